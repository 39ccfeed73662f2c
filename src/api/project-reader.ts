import { Injectable } from '@nestjs/common';
import { EventStore } from '../event-store/event-store.port.js';
import { Projections } from '../projections/projections.js';
import { type ProjectStatus, StatusView } from '../projections/status/status-view.js';
import { ProjectNotFound } from './errors/errors.js';

/** Reads a project's status such that whoever has just started or changed it sees that. */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly view: StatusView,
    private readonly projections: Projections,
    private readonly store: EventStore,
  ) {}

  /** The status with all that has happened to the project by now: viewers may know of it already. @throws ProjectNotFound */
  async status(projectId: string): Promise<ProjectStatus> {
    const [status, seq] = await Promise.all([this.view.find(projectId), this.store.headSeq(projectId)]);
    return status && status.seq >= seq ? status : this.statusAt(projectId, seq);
  }

  /** The status once the view holds the event `seq`, for who has just appended it. @throws ProjectNotFound */
  async statusAt(projectId: string, seq: number): Promise<ProjectStatus> {
    if (seq > 0) await this.projections.caughtUpStream('status', projectId, seq);
    const status = await this.view.find(projectId);
    if (!status) throw new ProjectNotFound(projectId);
    return status;
  }
}
