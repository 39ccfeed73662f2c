/** A mark that opens or closes reasoning in a text, from `start` to `end`. `closing` matches the mark that ends it. */
export type ReasoningMark =
  | { readonly kind: 'opens'; readonly start: number; readonly end: number; readonly closing: RegExp }
  | { readonly kind: 'closes'; readonly start: number; readonly end: number };

const TAGS =
  'think|thinking|thoughts?|reasoning|reflection|scratchpad|analysis|internal_monologue|seed:think|antthinking';

/** The opening marks that chat templates use for reasoning, each with its closing mark. */
const KINDS: readonly (readonly [opening: string, closing: string])[] = [
  [String.raw`<(?:${TAGS})(?:\s[^<>]{0,200})?>`, String.raw`<\/\s{0,2}(?:${TAGS})\s{0,2}>`],
  [String.raw`<details type="?reasoning"?[^<>]{0,200}>`, String.raw`<\/details>`],
  [String.raw`\[THINK\]`, String.raw`\[\/THINK\]`],
  ['◁think▷', '◁/think▷'],
  [String.raw`<\|begin_of_thought\|>`, String.raw`<\|end_of_thought\|>`],
  [String.raw`<\|START_THINKING\|>`, String.raw`<\|END_THINKING\|>`],
  ['<unused94>', '<unused95>'],
  [String.raw`<\|channel\|>\s{0,2}analysis[^<>]{0,80}<\|message\|>`, String.raw`<\|end\|>|<\|start\|>|<\|channel\|>`],
];

/**
 * A server whose prompt already contains the opening mark sends only the closing one. These two closing marks have other uses as
 * well, so they count only after their opening.
 */
const AMBIGUOUS = ['<\\/details>', KINDS.at(-1)?.[1]];
const LONE_CLOSINGS = KINDS.map(([, closing]) => closing).filter((closing) => !AMBIGUOUS.includes(closing));

const MARKS = [...KINDS.map(([opening]) => `(${opening})`), ...LONE_CLOSINGS].join('|');
const ANYWHERE = new RegExp(MARKS, 'gi');
const LEADING = new RegExp(`^\\s{0,20}(?:${MARKS})`, 'i');
const CLOSINGS = KINDS.map(([, closing]) => new RegExp(closing, 'i'));

/** The first reasoning mark in the text at or after `from`. */
export function reasoningMark(text: string, from = 0): ReasoningMark | undefined {
  ANYWHERE.lastIndex = from;
  const found = ANYWHERE.exec(text);
  return found ? markOf(found) : undefined;
}

/** The reasoning mark that starts the line, after any spaces. */
export function leadingReasoningMark(line: string): ReasoningMark | undefined {
  const found = LEADING.exec(line);
  return found ? markOf(found) : undefined;
}

function markOf(found: RegExpExecArray): ReasoningMark {
  const [mark, ...kinds] = found;
  const place = { start: found.index, end: found.index + mark.length };
  const kind = kinds.findIndex((each: string | undefined) => each !== undefined);
  const closing = CLOSINGS[kind];
  return closing ? { kind: 'opens', closing, ...place } : { kind: 'closes', ...place };
}
