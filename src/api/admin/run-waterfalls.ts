import { Injectable } from '@nestjs/common';
import type { WaterfallBody } from '../../contract/admin/waterfall.js';
import { recorded } from '../../commands/read-project.js';
import { BlobMissing, BlobStore } from '../../event-store/blob-store.port.js';
import { EventStore, type StoredEvent } from '../../event-store/event-store.port.js';
import { RunNotFound } from '../errors/errors.js';
import { ProjectReader } from '../project-reader.js';
import { toAdminRun } from './to-admin-run.js';
import { type Waterfall, waterfallOf } from './waterfall.js';

/** The most events of a run that are shown; people may keep editing in it for a long time. */
const MOST_EVENTS = 5_000;

/** The answers of this stage are pictures. */
const PICTURES = 'generating_images';

/** Reads the course of runs from the log. */
@Injectable()
export class RunWaterfalls {
  constructor(
    private readonly projects: ProjectReader,
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws ProjectNotFound, RunNotFound */
  async of(projectId: string, run: number): Promise<WaterfallBody> {
    const { runs } = await this.projects.withRuns(projectId);
    const row = runs.find((each) => each.run === run);
    if (!row) throw new RunNotFound(projectId, run);
    const read = await this.store.read(projectId, { afterSeq: row.first_seq - 1, limit: MOST_EVENTS + 1 });
    const ofRun = read.filter((event) => event.run === run);
    const shown = ofRun.slice(0, MOST_EVENTS);
    const { calls, ...waterfall } = waterfallOf(shown.map(asActed));
    return {
      run: toAdminRun(row),
      ...waterfall,
      calls: await Promise.all(calls.map((call) => this.withTexts(call))),
      is_cut: ofRun.length > shown.length,
    };
  }

  private async withTexts({
    promptSha256,
    answerSha256,
    ...call
  }: Waterfall['calls'][number]): Promise<WaterfallBody['calls'][number]> {
    const isPicture = call.stage === PICTURES;
    const [prompt, answer] = await Promise.all([
      this.textOf(promptSha256),
      answerSha256 === null || isPicture ? null : this.textOf(answerSha256),
    ]);
    return { ...call, prompt, answer };
  }

  /** Null if the log does not have it: prompts are stored only since the admin view exists. */
  private async textOf(sha256: string): Promise<string | null> {
    try {
      const [text] = await this.blobs.get([sha256]);
      return text?.toString() ?? null;
    } catch (error) {
      if (error instanceof BlobMissing) return null;
      throw error;
    }
  }
}

function asActed(event: StoredEvent): Parameters<typeof waterfallOf>[0][number] {
  const [domain] = recorded([event]);
  return { ...domain, actor: event.actor } as Parameters<typeof waterfallOf>[0][number];
}
