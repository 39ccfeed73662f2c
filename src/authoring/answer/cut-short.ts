/**
 * Marks an answer that was truncated at its token limit, so that its last part may be incomplete. The journal stores only the
 * text of an answer, so the mark is part of the text.
 */
const CUT_SHORT = '[The answer was cut short here: it met the limit of its length.]';

export function markedAsCutShort(answer: string): string {
  return `${answer}\n${CUT_SHORT}`;
}

export function isCutShort(answer: string): boolean {
  return answer.endsWith(CUT_SHORT);
}

export function withoutMark(answer: string): string {
  return isCutShort(answer) ? answer.slice(0, -CUT_SHORT.length).replace(/\n$/, '') : answer;
}
