import { queryOptions } from '@tanstack/react-query';
import type { StartRequest } from '../../contract/requests.js';
import { del, get, post } from './http.js';

/** A prompt with its look, saved in the service. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly prompt: string;
  readonly template_id: string | null;
  readonly options: NonNullable<StartRequest['options']>;
}

export type NewPreset = Pick<StartRequest, 'prompt' | 'template_id' | 'options'> & { readonly name: string };

export function presetsQuery() {
  return queryOptions({
    queryKey: ['presets'],
    queryFn: ({ signal }) => get<{ presets: readonly Preset[] }>('/api/v1/presets', { signal }),
    select: ({ presets }) => presets,
  });
}

export function savePreset(preset: NewPreset): Promise<Preset> {
  return post('/api/v1/presets', preset);
}

export function deletePreset(id: string): Promise<void> {
  return del(`/api/v1/presets/${id}`);
}
