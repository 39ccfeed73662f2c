import type { MetroEvent } from './process/metro-events.js';
import { locate, plainMessage, type SourceLocation } from './source-location.js';

/** What the preview process reports of a project, by its label; `platform` is web, ios or android. */
export type PreviewEvent =
  | { readonly type: 'built'; readonly label: string; readonly platform: string; readonly durationMs: number }
  | {
      readonly type: 'broken';
      readonly label: string;
      readonly platform: string;
      readonly message: string;
      readonly at?: SourceLocation;
    }
  | {
      /** The app ran into an error in somebody's page. */
      readonly type: 'crashed';
      readonly label: string;
      readonly platform: string;
      readonly kind: 'error' | 'rejection' | 'console';
      readonly message: string;
      readonly at?: SourceLocation;
    }
  | {
      readonly type: 'updated';
      readonly label: string;
      readonly platform: string;
      /** Modules that were sent to the open pages. */
      readonly modules: number;
      readonly clients: number;
      readonly durationMs: number;
    };

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
