import { EventEmitter } from 'node:events';

import type { MetroAddress } from './metro-address.js';
import { previewEvent } from './preview-events.js';
import type { PreviewEvent } from './preview-watch.port.js';
import type { MetroEvent } from './process/metro-events.js';
import { refusalOf } from './refused-builds.js';
import type { PageReport } from './requests/page-reports.js';
import { symbolicate } from './symbolicate.js';

/** The events of previews, for listeners. */
export class PreviewNews {
  readonly #emitter = new EventEmitter<{ event: [PreviewEvent]; suspended: [string] }>();

  constructor(
    private readonly projectsDir: string,
    private readonly metro: () => MetroAddress | undefined,
  ) {}

  /** @returns how to stop that */
  onEvent(listener: (event: PreviewEvent) => void): () => void {
    this.#emitter.on('event', listener);
    return () => this.#emitter.off('event', listener);
  }

  onSuspended(listener: (label: string) => void): void {
    this.#emitter.on('suspended', listener);
  }

  /** The process has said so. */
  happened(event: MetroEvent): void {
    const about = previewEvent(event, this.projectsDir);
    if (about) this.#emitter.emit('event', about);
  }

  /** An open page has said so; told with its place in the source where Metro knows it. */
  async crashed({ label, kind, message, stack }: PageReport): Promise<void> {
    const metro = this.metro();
    const { projectsDir } = this;
    const at = metro && (await symbolicate(stack, { metro, label, projectsDir }).catch(() => undefined));
    this.#emitter.emit('event', { type: 'crashed', label, platform: 'web', kind, message, ...(at && { at }) });
  }

  /** The process hung at it. */
  refused(label: string): void {
    this.#emitter.emit('event', { type: 'broken', label, platform: 'web', message: refusalOf(label) });
  }

  suspended(label: string): void {
    this.#emitter.emit('suspended', label);
  }
}
