import { type Extension, RangeSet, StateField, type Text } from '@codemirror/state';
import { EditorView, gutter, GutterMarker } from '@codemirror/view';
import { showProblems } from '../../../client/marks.js';
import type { FileProblem } from '../../../contract/texts.js';
import { soundnessOf } from '../problem-list.js';

/** Beside each line with something wrong in it a mark that says what. */
export function problemGutter(): Extension {
  return [
    marked,
    gutter({ class: 'cm-problem-gutter', markers: ({ state }) => state.field(marked), initialSpacer: () => SPACER }),
    EditorView.baseTheme({
      '.cm-problem-gutter': { width: '1.1em', textAlign: 'center' },
      '.cm-problem-broken': { color: 'var(--bad)', cursor: 'help' },
      '.cm-problem-wrong': { color: 'var(--warn)', cursor: 'help' },
    }),
  ];
}

const marked = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(marks, { changes, effects, newDoc }) {
    const shown = effects.find((effect) => effect.is(showProblems));
    return shown ? marksOf(newDoc, shown.value) : marks.map(changes);
  },
});

class ProblemMark extends GutterMarker {
  constructor(private readonly problems: readonly FileProblem[]) {
    super();
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof ProblemMark && other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = `cm-problem-${soundnessOf(this.problems)}`;
    mark.textContent = '●';
    mark.title = this.text;
    return mark;
  }

  get text(): string {
    return this.problems.map(({ message }) => message).join('\n');
  }
}

const SPACER = new ProblemMark([]);

function marksOf(doc: Text, problems: readonly FileProblem[]): RangeSet<GutterMarker> {
  const byLine = Map.groupBy(problems, ({ line }) => Math.min(Math.max(1, line), doc.lines));
  const marks = [...byLine].map(([line, inLine]) => new ProblemMark(inLine).range(doc.line(line).from));
  return RangeSet.of(marks, true);
}
