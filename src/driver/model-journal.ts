import { createHash } from 'node:crypto';
import type { BlobStore } from '../event-store/blob-store.port.js';
import type { ModelCall } from '../generation/events.js';
import type { Stage } from '../generation/stage-plan.js';
import { answerKey } from '../generation/run-state.js';
import type { AnswerJournal, FailedCall, PaidAnswer, PaidQuestion } from '../stages/stage-task.js';
import type { ProjectSession } from './project-session.js';

/** Keeps the questions of a stage to models in the log: an answer that has arrived is never requested again. */
export class ModelJournal implements AnswerJournal {
  constructor(
    private readonly session: ProjectSession,
    private readonly blobs: BlobStore,
    private readonly stage: Stage,
    private readonly by: { readonly epoch: number; readonly run: number },
  ) {}

  async once(question: PaidQuestion, ask: () => Promise<PaidAnswer>): Promise<string> {
    const kept = await this.kept(question);
    if (kept !== undefined) return kept;
    const beganMs = performance.now();
    const { text, model, usage, costUsd, note } = await ask();
    const durationMs = Math.round(performance.now() - beganMs);
    const [blob] = await this.blobs.put([Buffer.from(text), promptOf(question)]);
    if (!blob) throw new Error('The store kept no answer.');
    const answer = { call: { ...this.callOf(question), model, cost_usd: costUsd }, answerSha256: blob.sha256 };
    // Not under the stage's signal: a stopped stage has paid all the same.
    await this.session.submit({ type: 'RecordAnswer', ...answer, usage, durationMs, note, ...this.by });
    return text;
  }

  isSpent(question: PaidQuestion): boolean {
    const { run } = this.session.state;
    const call = this.callOf(question);
    const ofCall = answerKey({ ...call, prompt_sha256: '' });
    return Object.keys(run?.answers ?? {}).some((key) => key.startsWith(ofCall) && key !== answerKey(call));
  }

  async failed(question: PaidQuestion, { code, reason, costUsd }: FailedCall): Promise<void> {
    const call = { ...this.callOf(question), cost_usd: costUsd };
    await this.blobs.put([promptOf(question)]);
    await this.session.submit({ type: 'RecordCallFailure', call, code, reason, ...this.by });
  }

  private async kept(question: PaidQuestion): Promise<string | undefined> {
    const { run } = this.session.state;
    const sha256 = run?.run === this.by.run ? run.answers[answerKey(this.callOf(question))] : undefined;
    if (sha256 === undefined) return undefined;
    const [text] = await this.blobs.get([sha256]);
    return text?.toString();
  }

  private callOf({ call, model, prompt }: PaidQuestion): Omit<ModelCall, 'cost_usd'> {
    return { stage: this.stage, call, model, prompt_sha256: createHash('sha256').update(prompt).digest('hex') };
  }
}

/** The blob of the prompt; the event names it by its hash. */
function promptOf({ prompt }: PaidQuestion): Buffer {
  return Buffer.from(prompt);
}
