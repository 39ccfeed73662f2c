const ELISION = /(?:\.{3}|…)\s*(?:(?:the\s+)?rest\b|(?:existing|other|remaining|same|previous)\b)/i;
/** Said one after the other on a line: "existing … code … unchanged". */
const WHICH = /\b(?:rest of|existing)\b/i;
const WHAT = /\b(?:code|file|component|imports?|styles?)\b/i;
const HOW = /\.{3}|…|remains?|unchanged|stays?|same/i;

/** Whether a comment stands in place of code that was left out ("rest of the file remains the same"). */
export function isPlaceholder(comment: string): boolean {
  return comment.split(/[\n\r\u2028\u2029]/).some((line) => ELISION.test(line) || saysInOrder(line, WHICH, WHAT, HOW));
}

/** One look for each, from where the one before it ended: a single expression with `.*` between would try all combinations. */
function saysInOrder(line: string, ...parts: readonly RegExp[]): boolean {
  let rest = line;
  for (const part of parts) {
    const found = part.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}
