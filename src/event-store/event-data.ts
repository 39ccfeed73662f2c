/** What jsonb cannot hold: NUL and halves of surrogate pairs, as JSON.stringify escapes them. */
const UNSTORABLE = /\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g;

/**
 * The JSON text of an event's data, such that Postgres' jsonb takes it: NUL and lone surrogates (a prompt cut in the
 * middle of an emoji) become U+FFFD.
 */
export function encodeEventData(data: object): string {
  const json = JSON.stringify(data);
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(UNSTORABLE, (escape) => (escape.length === 6 ? '\ufffd' : escape));
}
