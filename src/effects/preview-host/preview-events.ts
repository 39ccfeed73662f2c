import type { PreviewEvent } from './preview-watch.port.js';
import type { MetroEvent } from './process/metro-events.js';
import { locate, plainMessage } from './source-location.js';

/** @returns undefined for what concerns no project */
export function previewEvent(event: MetroEvent, projectsDir: string): PreviewEvent | undefined {
  if (event.event === 'listening' || event.event === 'busy' || event.project === undefined) return undefined;
  const about = { label: event.project, platform: event.platform ?? 'web' };
  if (event.event === 'built') return { type: 'built', ...about, durationMs: event.ms };
  if (event.event === 'hot' && event.error === undefined) {
    return { type: 'updated', ...about, modules: event.modules ?? 0, clients: event.clients, durationMs: event.ms };
  }
  if (event.error === undefined) return undefined;
  const at = locate(event.error, projectsDir, event.project);
  return {
    type: 'broken',
    ...about,
    message: plainMessage(event.error, projectsDir, event.project),
    ...(at && { at }),
  };
}
