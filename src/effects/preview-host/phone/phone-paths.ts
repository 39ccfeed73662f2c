import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_LENGTH = 22;
const SEGMENT = /^([a-z0-9][a-z0-9-]*)\.([A-Za-z0-9_-]{22})$/;

/**
 * The first segment of a project's address on the phone listener: its label and a proof that the client was given the
 * address (128 bits of an HMAC). It stays the same as long as the key does, and needs no lookup.
 */
export class PhonePaths {
  constructor(private readonly key: Buffer) {}

  segmentOf(label: string): string {
    return `${label}.${this.#macOf(label)}`;
  }

  /** The label that a segment proves; undefined for any other text. */
  labelOf(segment: string): string | undefined {
    const [, label = '', mac = ''] = SEGMENT.exec(segment) ?? [];
    if (label === '') return undefined;
    return timingSafeEqual(Buffer.from(mac), Buffer.from(this.#macOf(label))) ? label : undefined;
  }

  #macOf(label: string): string {
    return createHmac('sha256', this.key).update(label).digest('base64url').slice(0, MAC_LENGTH);
  }
}

/** `/<segment>/rest?query` in its two parts; `rest` begins with a slash. */
export function splitPath(url: string): { readonly segment: string; readonly rest: string } {
  const end = url.slice(1).search(/[/?]/);
  const segment = end < 0 ? url.slice(1) : url.slice(1, 1 + end);
  const rest = end < 0 ? '' : url.slice(1 + end);
  return { segment, rest: rest.startsWith('/') ? rest : `/${rest}` };
}
