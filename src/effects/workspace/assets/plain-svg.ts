import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FileRefused } from '../workspace.port.js';
import { attributeProblem, isDrawing } from './svg-parts.js';

const SVG = 'http://www.w3.org/2000/svg';
const MAX_CHARACTERS = 512 * 1024;
const MAX_DEPTH = 50;
const MAX_ELEMENTS = 10_000;

/**
 * The drawing, rewritten from the elements and attributes that draw: no scripts, styles, links, entities, foreign content or
 * anything else that a reader might follow. @throws FileRefused for a document that contains one, or is not well-formed SVG
 */
export function plainSvg(path: string, text: string): string {
  if (text.length > MAX_CHARACTERS) throw new FileRefused(path, `it has more than ${MAX_CHARACTERS} characters`);
  const drawing = new Drawing();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new FileRefused(path, `it is no well-formed SVG (${error.message})`);
  });
  parser.on('doctype', () => {
    throw new FileRefused(path, 'a drawing has no document type and no entities');
  });
  parser.on('processinginstruction', () => {
    throw new FileRefused(path, 'a drawing has no processing instructions');
  });
  parser.on('opentag', (tag) => {
    const problem = drawing.open(tag);
    if (problem !== undefined) throw new FileRefused(path, problem);
  });
  parser.on('text', (said) => drawing.text(said));
  parser.on('cdata', (said) => drawing.text(said));
  parser.on('closetag', () => drawing.close());
  parser.write(text).close();
  return drawing.toString();
}

/** The rewritten drawing, and how much it may still contain. */
class Drawing {
  readonly #parts: string[] = [];
  /** Names of the open elements; whether one of them can be referred to. */
  readonly #open: { readonly name: string; readonly isReferable: boolean }[] = [];
  #elements = 0;

  /** Why the element may not be; undefined where it is written. */
  open(tag: SaxesTagNS): string | undefined {
    const { local, uri } = tag;
    this.#elements += 1;
    if (uri !== SVG || !isDrawing(local)) return `<${tag.name.slice(0, 40)}> draws nothing`;
    if (this.#open.length === 0 && local !== 'svg') return 'it does not begin with <svg>';
    if (this.#open.length >= MAX_DEPTH) return `it is nested more than ${MAX_DEPTH} deep`;
    if (this.#elements > MAX_ELEMENTS) return `it has more than ${MAX_ELEMENTS} elements`;
    const attributes = Object.values(tag.attributes).filter(
      ({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'),
    );
    const isReferable = attributes.some(({ name }) => name === 'id') || this.#open.at(-1)?.isReferable === true;
    // A use of a use of a use draws a billion things.
    if (local === 'use' && isReferable) return 'what is used may not use others';
    for (const { name, value } of attributes) {
      const problem = attributeProblem(name, value);
      if (problem !== undefined) return problem;
    }
    const namespace = this.#open.length === 0 ? ` xmlns="${SVG}"` : '';
    const written = new Map(attributes.map(({ name, value }) => [name.replace(/^xlink:/, ''), escaped(value)]));
    const listed = [...written].map(([name, value]) => ` ${name}="${value}"`).join('');
    this.#parts.push(`<${local}${namespace}${listed}>`);
    this.#open.push({ name: local, isReferable });
    return undefined;
  }

  text(said: string): void {
    if (this.#open.length > 0) this.#parts.push(escaped(said));
  }

  close(): void {
    this.#parts.push(`</${this.#open.pop()?.name ?? ''}>`);
  }

  toString(): string {
    return this.#parts.join('');
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
