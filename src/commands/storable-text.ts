/** Why the log cannot hold a text that somebody sent. */
export interface UnstorableText {
  /** Where it stands: `options.name`; empty for the value itself. */
  readonly field: string;
  /** What is wrong and what to do, as the end of a sentence about the field. */
  readonly message: string;
}

const NUL = 'must not contain the character U+0000 (NUL), which Postgres cannot store: remove it';
const HALF_CHARACTER = 'must not contain half of a character (a lone surrogate, as where an emoji was cut): remove it';

/**
 * The first text in a JSON value, keys included, that Postgres can store neither as text nor as jsonb. Walks without
 * recursion: a value may be nested as deeply as its sender likes. Bytes (a file's content) are no text.
 */
export function findUnstorableText(value: unknown): UnstorableText | undefined {
  const waiting = [{ value, field: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: current, field } = next;
    if (typeof current === 'string') {
      const message = problemOf(current);
      if (message !== undefined) return { field, message };
    } else if (typeof current === 'object' && current !== null && !ArrayBuffer.isView(current)) {
      for (const [key, inner] of Object.entries(current).reverse()) {
        const message = problemOf(key);
        if (message !== undefined) return { field, message: `has a key that ${message}` };
        waiting.push({ value: inner, field: field === '' ? key : `${field}.${key}` });
      }
    }
  }
  return undefined;
}

function problemOf(text: string): string | undefined {
  if (text.includes('\0')) return NUL;
  return text.isWellFormed() ? undefined : HALF_CHARACTER;
}
