import { queryOptions } from '@tanstack/react-query';
import type { PresetBody, PresetList, PresetRequest } from '../../contract/presets.js';
import { del, get, post } from './http.js';

export function presetsQuery() {
  return queryOptions({
    queryKey: ['presets'],
    queryFn: ({ signal }) => get<PresetList>('/api/v1/presets', { signal }),
    select: ({ presets }) => presets,
  });
}

export function savePreset(preset: PresetRequest): Promise<PresetBody> {
  return post('/api/v1/presets', preset);
}

export function deletePreset(id: string): Promise<void> {
  return del(`/api/v1/presets/${id}`);
}
