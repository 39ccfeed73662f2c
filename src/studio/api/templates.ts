import { queryOptions } from '@tanstack/react-query';
import { get } from './http.js';

/** A look that an app can have. */
export interface Template {
  readonly id: string;
  readonly name: string;
  /** Background, surface, primary, text. */
  readonly swatches: readonly string[];
}

/** Without a template the service follows the colours that the prompt names, else what suits the kind of app. */
export const TO_SUIT: Template = { id: '', name: 'Colours to suit', swatches: ['#f4b860', '#fff', '#6d5bd0', '#222'] };

export function templatesQuery() {
  return queryOptions({
    queryKey: ['templates'],
    queryFn: ({ signal }) => get<{ templates: readonly Template[] }>('/api/v1/templates', { signal }),
    staleTime: Infinity,
    select: ({ templates }) => [TO_SUIT, ...templates],
  });
}

/** The service takes `-` and `_` alike. */
export function templateOf(templates: readonly Template[], id: string | null): Template {
  const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_');
  return templates.find((template) => plain(template.id) === plain(id ?? '')) ?? TO_SUIT;
}
