import { queryOptions } from '@tanstack/react-query';
import type { Template, Templates } from '../../contract/templates.js';
import { get } from './http.js';

/** A look that an app can have. */
export type Look = Pick<Template, 'id' | 'name' | 'swatches'>;

/** Without a template the service follows the colours that the prompt names, else what suits the kind of app. */
export const TO_SUIT: Look = { id: '', name: 'Colours to suit', swatches: ['#f4b860', '#fff', '#6d5bd0', '#222'] };

export function templatesQuery() {
  return queryOptions({
    queryKey: ['templates'],
    queryFn: ({ signal }) => get<Templates>('/api/v1/templates', { signal }),
    staleTime: Infinity,
    select: ({ templates }): readonly Look[] => [TO_SUIT, ...templates],
  });
}

/** The service takes `-` and `_` alike. */
export function templateOf(templates: readonly Look[], id: string | null): Look {
  const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_');
  return templates.find((template) => plain(template.id) === plain(id ?? '')) ?? TO_SUIT;
}
