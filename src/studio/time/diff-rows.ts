import { diffWordsWithSpace, parsePatch } from 'diff';

/** A piece of a line; changed: the other side has something else there. */
export interface Piece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A line of a comparison, with its number on each side it is on; a gap stands for lines that are the same. */
export type DiffRow =
  | { readonly kind: 'gap'; readonly lines: number }
  | {
      readonly kind: 'same' | 'added' | 'removed';
      readonly before: number | undefined;
      readonly after: number | undefined;
      readonly pieces: readonly Piece[];
    };

/** Lines that have less in common are shown as wholly other ones. */
const LEAST_IN_COMMON = 0.4;

/** The rows of a unified diff of one file; where lines were replaced one by one, with what changed in each. */
export function rowsOf(patch: string): readonly DiffRow[] {
  const hunks = parsePatch(patch)[0]?.hunks ?? [];
  let known = 1;
  return hunks.flatMap(({ oldStart, newStart, lines }) => {
    const skipped = oldStart - known;
    const [rows, after] = rowsOfHunk(lines, oldStart, newStart);
    known = after;
    return skipped > 0 ? [{ kind: 'gap' as const, lines: skipped }, ...rows] : rows;
  });
}

function rowsOfHunk(lines: readonly string[], oldStart: number, newStart: number): readonly [DiffRow[], number] {
  let [before, after] = [oldStart, newStart];
  const rows: DiffRow[] = [];
  for (const { removed, added, same } of blocksOf(lines)) {
    const pairs = removed.length === added.length ? removed.map((text, index) => pairOf(text, added[index] ?? '')) : [];
    rows.push(
      ...removed.map((text, index) => row('removed', before + index, undefined, pairs[index]?.[0] ?? whole(text))),
      ...added.map((text, index) => row('added', undefined, after + index, pairs[index]?.[1] ?? whole(text))),
    );
    before += removed.length;
    after += added.length;
    rows.push(...same.map((text, index) => row('same', before + index, after + index, whole(text))));
    before += same.length;
    after += same.length;
  }
  return [rows, before];
}

interface Block {
  readonly removed: string[];
  readonly added: string[];
  readonly same: string[];
}

/** What was removed and added in one place, and the lines behind it that stayed. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const [sign, text] = [line.charAt(0), line.slice(1)];
    if (sign === '\\') continue; // that the file does not end with a new line
    const last = blocks.at(-1);
    const isNext = !last || (sign !== ' ' && last.same.length > 0);
    const block = isNext ? { removed: [], added: [], same: [] } : last;
    if (isNext) blocks.push(block);
    (sign === '-' ? block.removed : sign === '+' ? block.added : block.same).push(text);
  }
  return blocks;
}

function pairOf(before: string, after: string): readonly [readonly Piece[], readonly Piece[]] | undefined {
  const parts = diffWordsWithSpace(before, after);
  const common = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  if (common < LEAST_IN_COMMON * Math.max(before.length, after.length)) return undefined;
  const side = (isLeft: boolean): readonly Piece[] =>
    parts.flatMap(({ value, added, removed }) =>
      (isLeft ? added : removed) ? [] : [{ text: value, isChanged: added || removed }],
    );
  return [side(true), side(false)];
}

function whole(text: string): readonly Piece[] {
  return [{ text, isChanged: false }];
}

function row(
  kind: 'same' | 'added' | 'removed',
  before: number | undefined,
  after: number | undefined,
  pieces: readonly Piece[],
): DiffRow {
  return { kind, before, after, pieces };
}
