/** The delimiter line of a fenced code block. */
const FENCE = /^\s{0,20}(?:`{3,}|~{3,})([^`~]*)$/;

export function isFence(line: string): boolean {
  return FENCE.test(line);
}

/** Removes the fence that some models put around the code inside a tag, and any text after it. */
export function unfenced(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  const isFenced = isFence(lines[first] ?? '');
  const last = lines.findLastIndex((line) => FENCE.exec(line)?.[1]?.trim() === '');
  const start = isFenced ? first + 1 : 0;
  const isEnded = last > first && (isFenced || lines.slice(last + 1).every((line) => line.trim() === ''));
  return `${lines
    .slice(start, isEnded ? last : undefined)
    .join('\n')
    .trimEnd()}\n`;
}
