/** Far more than a file that people read, and what Metro, Babel and the compiler take without trouble. */
export const MAX_SOURCE_CHARACTERS = 256 * 1024;
/** No code or data is nested so deep; the parser's native stack ends at some 2,000. */
const MAX_OPEN_BRACKETS = 500;
/**
 * A syntax tree deeper than this is refused: Babel runs out of stack at some 300 (arrays), and the apps of the blueprint have 31.
 */
export const MAX_TREE_DEPTH = 150;
/** The largest file of a blueprint's app has a thousand. */
export const MAX_TREE_NODES = 60_000;

/**
 * Why a text is not even parsed, found in a single pass; undefined if it may be parsed. Brackets in strings and comments count too:
 * this is only a cheap first check; the decisive one is the depth of the tree.
 */
export function boundsProblem(text: string): string | undefined {
  if (text.length > MAX_SOURCE_CHARACTERS) return `it has more than ${MAX_SOURCE_CHARACTERS} characters; split it`;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 40 || character === 91 || character === 123) {
      open += 1;
      if (open > MAX_OPEN_BRACKETS)
        return `more than ${MAX_OPEN_BRACKETS} brackets are open at once; nest it less deep`;
    } else if (character === 41 || character === 93 || character === 125) open = Math.max(0, open - 1);
  }
  return undefined;
}
