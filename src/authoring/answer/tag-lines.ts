/** The opening tag of a file or an edit. `rest` is the text after it on its line. */
export interface OpeningTag {
  readonly kind: 'file' | 'edit';
  /** Relative to the app; empty if the tag has no path. */
  readonly path: string;
  readonly rest: string;
  /** Whether the tag is alone on its line. */
  readonly isAlone: boolean;
}

/** The closing tag of a file or an edit, with the text before and after it on its line. */
export interface ClosingTag {
  readonly before: string;
  readonly rest: string;
}

const OPENING = /^\s{0,20}[*_`>#-]{0,4}\s?<\s{0,3}(file|edit)(?=[\s>])([^<>\n]{0,400})>/i;
const PATH =
  /(?:path|name|filename|filepath|file|src)\s{0,3}=\s{0,3}(?:"([^"]*)"|'([^']*)'|[“”„]([^“”]*)[“”]|([^\s"'“”]+))/i;
const CLOSING = /<\s{0,3}\\?\/\s{0,3}(?:file|edit)\s{0,3}>/i;
const DECORATION = /^[\s*_`.;]{0,20}$/;

/** The opening tag at the start of the line, if any. */
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

/** The closing tag, if it is at the end of the line or another tag follows it. */
export function closingTag(line: string): ClosingTag | undefined {
  const found = CLOSING.exec(line);
  if (!found) return undefined;
  const before = line.slice(0, found.index);
  const rest = line.slice(found.index + found[0].length);
  if (isDecoration(rest)) return { before, rest: '' };
  if (openingTag(rest.trimStart())) return { before, rest: rest.trimStart() };
  // Code may contain such a tag in the middle of a line: only the one at the end closes the part.
  const last = line.lastIndexOf('<');
  const ending = last > found.index && CLOSING.exec(line.slice(last));
  return ending && isDecoration(line.slice(last + ending[0].length))
    ? { before: line.slice(0, last), rest: '' }
    : undefined;
}

/** `./app/a.tsx`, `/app/a.tsx` and `app\a.tsx` become `app/a.tsx`. Any other path keeps its form, apart from backslashes. */
export function appPath(path: string): string {
  const plain = path.trim().replaceAll('\\', '/');
  const bare = plain.replace(/^(?:\.?\/)+/, '');
  return plain.startsWith('./') || /^(?:app|components|lib|assets)\//.test(bare) ? bare : plain;
}

function isDecoration(text: string): boolean {
  return DECORATION.test(text);
}
