import type { PastVersions } from '../driver/past-versions.js';
import type { Database } from '../event-store/database.js';
import { pastOfProject } from './project-of-label.js';

/** The past versions that are looked at: each comes when it is asked for, and goes once its preview is suspended; never both at once. */
export class PastPreviews {
  private readonly coming = new Map<string, Promise<boolean>>();
  private readonly leaving = new Map<string, Promise<void>>();

  constructor(
    private readonly versions: Pick<PastVersions, 'show' | 'leave'>,
    private readonly database: Database,
  ) {}

  /** False for what is no past version of a project. @param hasFolder whether it lay there just now */
  async show(label: string, hasFolder: boolean): Promise<boolean> {
    const before = this.leaving.get(label);
    if (hasFolder && !before) return true;
    const coming = this.coming.get(label) ?? this.bring(label, before).finally(() => this.coming.delete(label));
    this.coming.set(label, coming);
    return coming;
  }

  /** Nobody looks at it any more. Does nothing for what is no past version, or comes just now. */
  async putAway(label: string): Promise<void> {
    if (this.coming.has(label)) return;
    const leaving = this.leaving.get(label) ?? this.leave(label).finally(() => this.leaving.delete(label));
    this.leaving.set(label, leaving);
    await leaving;
  }

  private async bring(label: string, before: Promise<void> | undefined): Promise<boolean> {
    await before?.catch(() => undefined); // whoever put it away says so
    const past = await pastOfProject(label, this.database);
    return past !== undefined && this.versions.show(past.projectId, past.seq);
  }

  private async leave(label: string): Promise<void> {
    const past = await pastOfProject(label, this.database);
    if (past) await this.versions.leave(past.projectId, past.seq);
  }
}
