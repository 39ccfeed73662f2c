import { type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { ConflictPlace } from './conflict-places.js';

/** A place of a conflict, and whose the other lines are. */
export interface ShownPlace extends ConflictPlace {
  readonly author: string;
}

/** All places where another version of lines is kept; none: there is no conflict any more. */
export const showConflicts = StateEffect.define<readonly ShownPlace[]>();

/** The lines that count are marked, the other's stand below them. */
export function conflictMarks(): Extension {
  return [
    shown,
    EditorView.baseTheme({
      '.cm-conflict-mine': { backgroundColor: 'var(--good-soft)' },
      '.cm-conflict-theirs': {
        margin: '0 0 2px',
        padding: '2px 8px 4px',
        borderLeft: '3px solid var(--warn)',
        backgroundColor: 'var(--warn-soft)',
        color: 'var(--ink)',
        whiteSpace: 'pre-wrap',
      },
      '.cm-conflict-theirs strong': { display: 'block', color: 'var(--warn)', fontWeight: '600' },
    }),
  ];
}

const shown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects, newDoc }) {
    const told = effects.find((effect) => effect.is(showConflicts));
    return told ? marksOf(newDoc, told.value) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

class Theirs extends WidgetType {
  constructor(private readonly place: ShownPlace) {
    super();
  }

  override eq({ place }: Theirs): boolean {
    return place.author === this.place.author && place.theirs === this.place.theirs;
  }

  override toDOM(): HTMLElement {
    const { author, theirs } = this.place;
    const box = document.createElement('div');
    const title = document.createElement('strong');
    title.textContent = theirs === '' ? `Not in the version of ${author}` : `In the version of ${author}:`;
    box.className = 'cm-conflict-theirs';
    box.append(title, theirs);
    return box;
  }
}

function marksOf(doc: Text, places: readonly ShownPlace[]): DecorationSet {
  const marks = places.flatMap((place) => {
    const [from, to] = [Math.min(place.from, doc.length), Math.min(place.to, doc.length)];
    const isEmpty = from === to;
    const widget = Decoration.widget({ widget: new Theirs(place), block: true, side: isEmpty ? -1 : 1 });
    const below = widget.range(isEmpty ? doc.lineAt(from).from : doc.lineAt(to).to);
    return isEmpty ? [below] : [...linesOf(doc, from, to), below];
  });
  return Decoration.set(marks, true);
}

function linesOf(doc: Text, from: number, to: number) {
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
  const mine = Decoration.line({ class: 'cm-conflict-mine' });
  return Array.from({ length: last - first + 1 }, (_, index) => mine.range(doc.line(first + index).from));
}
