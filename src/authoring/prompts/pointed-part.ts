import type { PointedLine } from '../../generation/events.js';
import type { SourceFile } from '../../generation/app-files.js';

/** Lines shown before and after the line in question. */
const AROUND = 8;
const MAX_WIDTH = 300;

/** The part of a prompt that shows where the person points; empty if the file no longer exists. */
export function pointedPart(at: PointedLine, files: readonly SourceFile[]): string {
  const file = files.find(({ path }) => path === at.path);
  if (!file) return '';
  const lines = file.content.split(/\r?\n/);
  const meant = lineNow(lines, at);
  const first = Math.max(1, meant - AROUND);
  const shown = lines.slice(first - 1, meant + AROUND).map((line, index) => {
    const number = first + index;
    return `${number === meant ? '>' : ' '} ${String(number).padStart(4)} | ${line.slice(0, MAX_WIDTH)}`;
  });
  return `The person points at the element in line ${meant} of ${at.path} and means it unless the instruction says otherwise:
<pointed_at path="${at.path}" line="${meant}">
${shown.join('\n')}
</pointed_at>
`;
}

/** The file may have changed since: the nearest line with the same code is the one that was meant. */
function lineNow(lines: readonly string[], { line, code }: PointedLine): number {
  const wanted = Math.min(line, lines.length);
  if (code === undefined || code === '') return wanted;
  const same = lines.flatMap((text, index) => (text.trim().slice(0, MAX_WIDTH) === code ? [index + 1] : []));
  const [nearest = wanted] = same.toSorted((one, other) => Math.abs(one - line) - Math.abs(other - line));
  return nearest;
}
