/**
 * What jsonb cannot store: NUL and lone surrogates, as JSON.stringify escapes them. Also matches any other escape, so that an
 * escaped backslash is skipped whole.
 */
const UNSTORABLE = /\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g;

/**
 * Encodes the data of an event as JSON that Postgres accepts as jsonb: NUL and lone surrogates (from a prompt cut in the middle
 * of an emoji) become U+FFFD.
 */
export function encodeEventData(data: object): string {
  const json = JSON.stringify(data);
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(UNSTORABLE, (escape) => (escape.length === 6 ? '\ufffd' : escape));
}
