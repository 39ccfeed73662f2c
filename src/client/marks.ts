import { RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { CursorPlace, FileProblem } from '../contract/texts.js';

/** Others' cursors, all of them. */
export const showCursors = StateEffect.define<readonly CursorPlace[]>();

/** All problems of the text. */
export const showProblems = StateEffect.define<readonly FileProblem[]>();

const cursorField = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update(marks, { changes, effects, newDoc }) {
    const shown = effects.find((effect) => effect.is(showCursors));
    return shown ? cursorsIn(newDoc, shown.value) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const problemField = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update(marks, { changes, effects, newDoc }) {
    const shown = effects.find((effect) => effect.is(showProblems));
    return shown ? problemsIn(newDoc, shown.value) : marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const cursorMarks = [
  cursorField,
  EditorView.baseTheme({
    '.cm-firstlight-cursor': { position: 'relative', borderLeft: '2px solid', marginLeft: '-1px', marginRight: '-1px' },
    '.cm-firstlight-cursor::after': {
      content: 'attr(data-name)',
      position: 'absolute',
      left: '-1px',
      bottom: '100%',
      padding: '0 4px',
      borderRadius: '3px 3px 3px 0',
      font: '11px/1.4 sans-serif',
      whiteSpace: 'nowrap',
      color: 'white',
      // Dark enough for white letters, whatever the colour.
      background: 'color-mix(in oklab, var(--cursor), black 40%)',
      pointerEvents: 'none',
    },
    '.cm-firstlight-cursor:not([data-name])::after': { display: 'none' },
  }),
];

export const problemMarks = [
  problemField,
  EditorView.baseTheme({
    '.cm-firstlight-problem': { textDecoration: 'underline wavy #c02b3c', textUnderlineOffset: '3px' },
  }),
];

/** A caret with a name on it. */
class Caret extends WidgetType {
  constructor(
    private readonly color: string,
    private readonly name: string | null,
  ) {
    super();
  }

  override eq(other: Caret): boolean {
    return other.color === this.color && other.name === this.name;
  }

  override toDOM(view: EditorView) {
    const caret = (view.dom as Element).ownerDocument.createElement('span');
    caret.className = 'cm-firstlight-cursor';
    caret.setAttribute('style', `border-color: ${this.color}; --cursor: ${this.color}`);
    if (this.name !== null) caret.setAttribute('data-name', this.name);
    return caret as never;
  }
}

/** The part of the DOM's types that is used here: this program does not load them. */
interface Element {
  readonly ownerDocument: { createElement(tag: string): Element };
  className: string;
  setAttribute(name: string, value: string): void;
}

function cursorsIn(doc: Text, cursors: readonly CursorPlace[]): DecorationSet {
  const within = (place: number): number => Math.min(place, doc.length);
  const marks = cursors.flatMap(({ anchor, head, color, user_id }) => {
    const [from, to] = [within(Math.min(anchor, head)), within(Math.max(anchor, head))];
    const caret = Decoration.widget({ widget: new Caret(color, user_id), side: 1 }).range(within(head));
    if (from === to) return [caret];
    const style = `background-color: ${color.replace(')', ' / 25%)')}`;
    return [Decoration.mark({ attributes: { style } }).range(from, to), caret];
  });
  return Decoration.set(marks, true);
}

/** From the problem to the end of its line, or the character before if that is empty. */
function problemsIn(doc: Text, problems: readonly FileProblem[]): DecorationSet {
  const marks = problems.flatMap(({ line: number, column, message }) => {
    const line = doc.line(Math.min(Math.max(1, number), doc.lines));
    const from = Math.min(line.from + column, Math.max(line.from, line.to - 1));
    if (from >= line.to) return [];
    return [Decoration.mark({ class: 'cm-firstlight-problem', attributes: { title: message } }).range(from, line.to)];
  });
  return Decoration.set(marks, true);
}
