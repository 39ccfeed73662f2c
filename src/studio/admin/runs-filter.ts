/** What the history is searched by, as in the address of the page and in the question to the service. */
const FILTERS = ['q', 'status', 'user_id', 'model', 'template_id', 'error', 'from', 'to'] as const;
export type Filter = (typeof FILTERS)[number];

/** Only what there is to filter by, in one order: the same filter is the same text. */
export function filterIn(search: URLSearchParams): string {
  const given = FILTERS.flatMap((name) => {
    const value = search.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value]];
  });
  return new URLSearchParams(given).toString();
}

/** The address after one of them was changed; empty: it does not matter. */
export function withFilter(search: URLSearchParams, name: Filter, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value.trim() === '') next.delete(name);
  else next.set(name, value);
  return next;
}

/** How many there are beside the words. */
export function filterCount(search: URLSearchParams): number {
  return FILTERS.filter((name) => name !== 'q' && (search.get(name) ?? '') !== '').length;
}
