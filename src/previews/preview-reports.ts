import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReportPreviewCommand } from '../commands/report-preview.js';
import { type PreviewEvent, PreviewWatch } from '../effects/preview-host/preview-watch.port.js';
import { Database } from '../event-store/database.js';
import type { PreviewCommand } from '../generation/commands.js';
import type { PreviewTrouble } from '../generation/events.js';
import { projectOfLabel } from './project-of-label.js';

const MAX_CHARACTERS = 2_000;

/**
 * Records what previews report about themselves in the log. Connects the preview host, an effect, and the commands, which do not
 * know each other.
 */
@Injectable()
export class PreviewReports implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('PreviewReports');
  /** The known troubles by label, as reported to this process; absent: not known yet, so the first good build is reported. */
  private readonly troubles = new Map<string, Set<PreviewTrouble['source']>>();
  private last: Promise<void> = Promise.resolve();
  private off: (() => void) | undefined;

  constructor(
    private readonly previews: PreviewWatch,
    private readonly commands: CommandBus,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    this.off = this.previews.onEvent((event) => this.hear(event));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.off?.();
    await this.last;
  }

  private hear(event: PreviewEvent): void {
    const { label } = event;
    const known = this.troubles.get(label);
    if (event.type === 'broken' || event.type === 'crashed') {
      const trouble = troubleOf(event);
      this.troubles.set(label, new Set([...(known ?? []), trouble.source]));
      this.send(label, { type: 'ReportTrouble', trouble });
      return;
    }
    // A good build says nothing about errors in a page; an update of its code does.
    const isHealed = !known || (event.type === 'updated' ? known.size > 0 : known.has('bundle') && known.size === 1);
    if (!isHealed) return;
    this.troubles.set(label, new Set());
    this.send(label, { type: 'ReportHealed' });
  }

  /** Sends one report at a time, so that trouble and its end keep their order. */
  private send(label: string, report: PreviewCommand): void {
    this.last = this.last
      .then(() => this.record(label, report))
      .catch((error: unknown) => {
        this.logger.warn(`A report from the preview of ${label} could not be recorded: ${String(error)}`);
      });
  }

  private async record(label: string, report: PreviewCommand): Promise<void> {
    const projectId = this.previews.projectOf(label) ?? (await projectOfLabel(label, this.database));
    if (projectId !== undefined) await this.commands.execute(new ReportPreviewCommand(projectId, report));
  }
}

function troubleOf(event: Extract<PreviewEvent, { type: 'broken' | 'crashed' }>): PreviewTrouble {
  return {
    source: event.type === 'broken' ? 'bundle' : 'page',
    message: event.message.slice(0, MAX_CHARACTERS),
    ...event.at,
  };
}
