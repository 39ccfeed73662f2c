import { Injectable } from '@nestjs/common';
import { handle } from '../commands/handle.js';
import { readProject, readProjectAt, recorded } from '../commands/read-project.js';
import { SeqUnknown } from '../commands/rebuild-project.js';
import { EventStore } from '../event-store/event-store.port.js';
import { NothingToFork, ProjectNotFound } from '../generation/errors.js';
import type { ForkOrigin } from '../generation/events.js';
import { personOf } from '../generation/people-edits.js';
import type { RunState } from '../generation/run-state.js';
import type { ProjectState } from '../generation/state.js';
import { type Version, versionsOf } from '../generation/versions.js';
import { Checkpoints } from './checkpoints.js';

/** A project at any point of its history. */
@Injectable()
export class Past {
  constructor(
    private readonly store: EventStore,
    private readonly checkpoints: Checkpoints,
  ) {}

  /**
   * The project after its event `seq`; by default, now.
   * @throws ProjectNotFound, SeqUnknown
   */
  async at(projectId: string, seq?: number): Promise<ProjectState> {
    if (seq === undefined) await this.checkpoints.writeAll(projectId);
    const state = await (seq === undefined
      ? readProject(this.store, projectId)
      : readProjectAt(this.store, projectId, seq));
    if (state.seq === 0) await this.requireProject(projectId);
    if (seq !== undefined && state.seq !== seq) throw new SeqUnknown(projectId, seq, state.seq);
    return state;
  }

  /**
   * The history of the project, oldest first, with one entry for each run, editing session and restore.
   * @throws ProjectNotFound
   */
  async versions(projectId: string): Promise<readonly Version[]> {
    await this.checkpoints.writeAll(projectId);
    const events = await this.store.read(projectId);
    if (events.length === 0) throw new ProjectNotFound(projectId);
    return versionsOf(recorded(events).map((event, index) => ({ ...event, actor: events[index]?.actor ?? '' })));
  }

  /**
   * Restores the files as they were after `toSeq`. New events do this, so nothing is lost.
   * @throws ProjectNotFound, SeqUnknown, RunStillActive
   */
  async restore(projectId: string, toSeq: number, actor: string): Promise<ProjectState> {
    await this.checkpoints.writeAll(projectId);
    const state = await this.at(projectId, toSeq);
    const { files } = state;
    const run = await this.runOfFiles(state);
    const command = {
      type: 'RestoreFiles',
      toSeq,
      files: Object.values(files),
      plan: run?.plan,
      author: actor,
    } as const;
    return (await handle(this.store, projectId, command, actor)).state;
  }

  /**
   * Creates a project with the files as they were after `atSeq`. Their contents are shared.
   * @throws ProjectNotFound, SeqUnknown, NothingToFork, ProjectExists
   */
  async fork(
    projectId: string,
    atSeq: number | undefined,
    forkId: string,
    userId: string | undefined,
  ): Promise<ForkOrigin['from']> {
    const state = await this.at(projectId, atSeq);
    const { seq, files, unedited } = state;
    const run = await this.runOfFiles(state);
    if (!run?.plan || Object.keys(files).length === 0) throw new NothingToFork(projectId, seq);
    const origin = {
      from: { project_id: projectId, seq },
      prompt: run.prompt,
      ...(run.templateId !== undefined && { template_id: run.templateId }),
      ...optionsOf(run),
      plan: run.plan,
      written: run.written,
    };
    const author = personOf(userId);
    const by = { author, ...(userId !== undefined && { userId }) };
    const contents = Object.values(files).map((file) => ({
      ...file,
      meant_sha256: unedited[file.path] ?? file.sha256,
    }));
    const command = { type: 'ForkProject', origin, files: contents, ...by } as const;
    await handle(this.store, forkId, command, author);
    return origin.from;
  }

  /** The run that made the files. A run without a plan has written none yet, so it is the one before. */
  private async runOfFiles({ projectId, seq, run }: ProjectState): Promise<ProjectState['run']> {
    if (!run || run.plan) return run;
    const events = await this.store.read(projectId, { limit: seq });
    const begun = events.findLast(({ type }) => type === 'RunRequested')?.seq ?? 1;
    return begun > 1 ? this.runOfFiles(await readProjectAt(this.store, projectId, begun - 1)) : undefined;
  }

  private async requireProject(projectId: string): Promise<void> {
    if ((await readProject(this.store, projectId)).seq === 0) throw new ProjectNotFound(projectId);
  }
}

function optionsOf({ seed, wantedModel: model }: RunState): Pick<ForkOrigin, 'options'> {
  const options = { ...(seed !== undefined && { seed }), ...(model !== undefined && { model }) };
  return Object.keys(options).length > 0 ? { options } : {};
}
