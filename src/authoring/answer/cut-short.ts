/**
 * The last line of an answer that met the limit of its length: what is open there is not whole. The journal keeps an answer's text and
 * nothing else, so the text has to say it.
 */
const CUT_SHORT = '[The answer was cut short here: it met the limit of its length.]';

export function markedAsCutShort(answer: string): string {
  return `${answer}\n${CUT_SHORT}`;
}

export function isCutShort(answer: string): boolean {
  return answer.endsWith(CUT_SHORT);
}

/** The answer without the mark. */
export function withoutMark(answer: string): string {
  return isCutShort(answer) ? answer.slice(0, -CUT_SHORT.length).replace(/\n$/, '') : answer;
}
