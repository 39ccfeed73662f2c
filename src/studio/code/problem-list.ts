import type { FileProblem } from '../../contract/texts.js';

/** A problem and the file it is in. */
export interface PlacedProblem extends FileProblem {
  readonly path: string;
}

/** How much is wrong with a file: `broken`: its text does not count yet; `wrong`: it does, and the compiler complains. */
export type Soundness = 'sound' | 'wrong' | 'broken';

export function soundnessOf(problems: readonly FileProblem[]): Soundness {
  if (problems.length === 0) return 'sound';
  return problems.some(({ source }) => source === 'gate') ? 'broken' : 'wrong';
}

/** Of all open files: what keeps a text from counting first, then by file and place. */
export function problemList(byPath: ReadonlyMap<string, readonly FileProblem[]>): readonly PlacedProblem[] {
  const all = [...byPath].flatMap(([path, problems]) => problems.map((problem) => ({ path, ...problem })));
  return all.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (one.path < other.path ? -1 : one.path > other.path ? 1 : 0) ||
      one.line - other.line ||
      one.column - other.column,
  );
}

/** “2 problems”; “No problems”. */
export function problemCount(count: number): string {
  return count === 0 ? 'No problems' : count === 1 ? '1 problem' : `${count} problems`;
}

function rank({ source }: FileProblem): number {
  return source === 'gate' ? 0 : 1;
}
