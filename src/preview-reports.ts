import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReportPreviewCommand } from './commands/report-preview.js';
import { MetroPreviewHost } from './effects/preview-host/metro-preview-host.js';
import type { PreviewEvent } from './effects/preview-host/preview-events.js';
import type { PreviewCommand } from './generation/commands.js';
import type { PreviewTrouble } from './generation/events.js';

const MAX_CHARACTERS = 2_000;

/**
 * Brings what the previews say of themselves into the log. Joins the preview host, an effect, and the commands, which do not
 * know each other.
 */
@Injectable()
export class PreviewReports implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('PreviewReports');
  /** What is wrong where, as far as this process has heard; absent: not known yet, so that its first good build tells. */
  private readonly troubles = new Map<string, Set<PreviewTrouble['source']>>();
  private last: Promise<void> = Promise.resolve();
  private off: (() => void) | undefined;

  constructor(
    private readonly host: MetroPreviewHost,
    private readonly commands: CommandBus,
  ) {}

  onApplicationBootstrap(): void {
    this.off = this.host.onEvent((event) => this.hear(event));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.off?.();
    await this.last;
  }

  private hear(event: PreviewEvent): void {
    const projectId = this.host.projectOf(event.label);
    if (projectId === undefined) return;
    const known = this.troubles.get(projectId);
    if (event.type === 'broken' || event.type === 'crashed') {
      const trouble = troubleOf(event);
      this.troubles.set(projectId, new Set([...(known ?? []), trouble.source]));
      this.send(projectId, { type: 'ReportTrouble', trouble });
      return;
    }
    // That it builds says nothing of what a page ran into; that its code has changed does.
    const isHealed = !known || (event.type === 'updated' ? known.size > 0 : known.has('bundle') && known.size === 1);
    if (!isHealed) return;
    this.troubles.set(projectId, new Set());
    this.send(projectId, { type: 'ReportHealed' });
  }

  /** One after the other: trouble and its end keep their order. */
  private send(projectId: string, report: PreviewCommand): void {
    this.last = this.last
      .then(() => this.commands.execute(new ReportPreviewCommand(projectId, report)))
      .catch((error: unknown) => {
        this.logger.warn(`What the preview of ${projectId} said could not be recorded: ${String(error)}`);
      });
  }
}

function troubleOf(event: Extract<PreviewEvent, { type: 'broken' | 'crashed' }>): PreviewTrouble {
  return {
    source: event.type === 'broken' ? 'bundle' : 'page',
    message: event.message.slice(0, MAX_CHARACTERS),
    ...event.at,
  };
}
