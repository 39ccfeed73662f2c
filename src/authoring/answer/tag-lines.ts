/** The opening of a file or an edit: `rest` is what follows it on its line. */
export interface OpeningTag {
  readonly kind: 'file' | 'edit';
  /** As an app has it; empty where the tag names none. */
  readonly path: string;
  readonly rest: string;
  /** Whether nothing else is on its line. */
  readonly isAlone: boolean;
}

/** The end of a file or an edit, with what comes before and after it on its line. */
export interface ClosingTag {
  readonly before: string;
  readonly rest: string;
}

const OPENING = /^\s{0,20}[*_`>#-]{0,4}\s?<\s{0,3}(file|edit)(?=[\s>])([^<>\n]{0,400})>/i;
const PATH =
  /(?:path|name|filename|filepath|file|src)\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|[“”„]([^“”]*)[“”]|([^\s"'“”]+))/i;
const CLOSING = /<\s{0,3}\\?\/\s{0,3}(?:file|edit)\s{0,3}>/i;
const DECORATION = /^[\s*_`.;]{0,20}$/;

/** The tag that a line begins with. */
export function openingTag(line: string): OpeningTag | undefined {
  const found = OPENING.exec(line);
  if (!found) return undefined;
  const [all, kind = '', attributes = ''] = found;
  if (attributes.trimEnd().endsWith('/')) return undefined;
  const [, ...values] = PATH.exec(attributes) ?? [];
  const path = values.find((value: string | undefined) => value !== undefined) ?? '';
  const rest = isDecoration(line.slice(all.length)) ? '' : line.slice(all.length);
  const isAlone = rest === '' && line.trimStart().startsWith('<');
  return { kind: kind.toLowerCase() as OpeningTag['kind'], path: appPath(path), rest, isAlone };
}

/** Where a closing tag ends the line, or another tag follows it. */
export function closingTag(line: string): ClosingTag | undefined {
  const found = CLOSING.exec(line);
  if (!found) return undefined;
  const before = line.slice(0, found.index);
  const rest = line.slice(found.index + found[0].length);
  if (isDecoration(rest)) return { before, rest: '' };
  if (openingTag(rest.trimStart())) return { before, rest: rest.trimStart() };
  // Code may hold a tag within a line: the one at its end closes.
  const last = line.lastIndexOf('<');
  const ending = last > found.index && CLOSING.exec(line.slice(last));
  return ending && isDecoration(line.slice(last + ending[0].length))
    ? { before: line.slice(0, last), rest: '' }
    : undefined;
}

/** `./app/a.tsx`, `/app/a.tsx` and `app\a.tsx` all mean `app/a.tsx`; any other path stays as it is. */
export function appPath(path: string): string {
  const plain = path.trim().replaceAll('\\', '/');
  const bare = plain.replace(/^(?:\.?\/)+/, '');
  return plain.startsWith('./') || /^(?:app|components|lib|assets)\//.test(bare) ? bare : plain;
}

function isDecoration(text: string): boolean {
  return DECORATION.test(text);
}
