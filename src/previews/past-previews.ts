import type { PastVersions } from '../driver/past-versions.js';
import type { Database } from '../event-store/database.js';
import { pastOfProject } from './project-of-label.js';

/** The past versions that are viewed: each is built on request and removed once its preview is suspended, never both at once. */
export class PastPreviews {
  private readonly coming = new Map<string, Promise<boolean>>();
  private readonly leaving = new Map<string, Promise<void>>();

  constructor(
    private readonly versions: Pick<PastVersions, 'show' | 'leave'>,
    private readonly database: Database,
  ) {}

  /** False if the label is not a past version of a project. @param hasFolder whether its folder existed just now */
  async show(label: string, hasFolder: boolean): Promise<boolean> {
    const before = this.leaving.get(label);
    if (hasFolder && !before) return true;
    const coming = this.coming.get(label) ?? this.bring(label, before).finally(() => this.coming.delete(label));
    this.coming.set(label, coming);
    return coming;
  }

  /** Removes it: nobody views it any more. Does nothing if the label is not a past version, or it is just being built. */
  async putAway(label: string): Promise<void> {
    if (this.coming.has(label)) return;
    const leaving = this.leaving.get(label) ?? this.leave(label).finally(() => this.leaving.delete(label));
    this.leaving.set(label, leaving);
    await leaving;
  }

  private async bring(label: string, before: Promise<void> | undefined): Promise<boolean> {
    await before?.catch(() => undefined); // the caller that removes it reports the error
    const past = await pastOfProject(label, this.database);
    return past !== undefined && this.versions.show(past.projectId, past.seq);
  }

  private async leave(label: string): Promise<void> {
    const past = await pastOfProject(label, this.database);
    if (past) await this.versions.leave(past.projectId, past.seq);
  }
}
