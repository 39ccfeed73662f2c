import pLimit from 'p-limit';
import { screenPrompt, screenRepairPrompt } from '../authoring/prompts/screen-prompt.js';
import { readScreenAnswer, type ScreenAnswer } from '../authoring/screen-answer.js';
import { changedFiles } from '../blueprint/app-parts.js';
import { fileOf } from '../blueprint/render/app-stage.js';
import { importablePaths, wholeApp } from '../blueprint/whole-app.js';
import { KIT_PACKAGES } from '../effects/workspace/kit-packages.port.js';
import type { RunEstimator } from '../estimating/run-estimator.js';
import type { StageOutput } from '../generation/events.js';
import type { SourceFile } from '../generation/app-files.js';
import type { AppPlan, ScreenPlan } from '../generation/plan.js';
import { ChunkTeller } from './chunk-teller.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelDesk } from './model-desk.js';
import { modelPlan } from './model-planner.js';
import { readAnswer } from './read-answer.js';
import type { StageContext } from './stage-task.js';

export interface ModelAuthorOptions {
  /** How many screens are requested at the same time. */
  readonly screenBatchSize: number;
  readonly estimator: RunEstimator;
}

/** Has a model write an app: its plan, then its screens, each replacing the blueprint's for the same plan. */
export class ModelAuthor {
  constructor(
    private readonly desk: ModelDesk,
    private readonly publisher: FilePublisher,
    private readonly options: ModelAuthorOptions,
  ) {}

  /** The blueprint replaces whatever the model gets wrong. @throws ModelError if the model cannot be asked */
  async write(context: StageContext): Promise<StageOutput> {
    const notes: string[] = [];
    await this.recordEstimate(context);
    const plan = await modelPlan(context, this.desk, notes);
    await context.succeeded('preview_ready');
    await this.layDown(context, plan);

    const app = new AppInWork(plan, wholeApp(plan, [], { isFinished: true }));
    const inTurn = pLimit(1);
    await inBatches(plan.screens, this.options.screenBatchSize, async (screen) => {
      const file = await this.screen(context, { app, screen }, notes);
      await inTurn(() => this.publish(context, app, screen, file));
    });
    return { plan: { ...plan, notes: [...plan.notes, ...notes] }, written: app.written.map(({ path }) => path).sort() };
  }

  private async recordEstimate(context: StageContext): Promise<void> {
    const { prompt, isEstimated, wantedModel } = context.run();
    const estimate = isEstimated ? undefined : await this.options.estimator.estimate(prompt, wantedModel);
    if (estimate) await context.record({ type: 'RecordEstimate', estimate });
  }

  /** Writes the whole app for the model's plan with the blueprint's screens; only once, or a restart would undo the model's. */
  private async layDown(context: StageContext, plan: AppPlan): Promise<void> {
    const files = wholeApp(plan);
    const { files: present, unedited } = context.project();
    if (files.every(({ path }) => path in present || path in unedited)) return;
    const kept = new Set(files.map(({ path }) => path));
    const removed = Object.keys(present).filter((path) => !path.startsWith('assets/') && !kept.has(path));
    await this.publisher.publish(context, { files, removed });
  }

  /** The model's file for the screen, repaired once if necessary; undefined: the blueprint's stays. */
  private async screen(
    context: StageContext,
    { app, screen }: ScreenTask,
    notes: string[],
  ): Promise<SourceFile | undefined> {
    const request = screenPrompt(context.run().prompt, app.plan, screen, { files: app.files, packages: KIT_PACKAGES });
    const chunks = new ChunkTeller(context, fileOf(screen));
    const onText = (text: string): void => chunks.add(text);
    const asking = { call: `screen:${screen.name}`, request, onText };
    const answer = await this.desk.askNoting(context, asking, notes).finally(() => chunks.end());
    if (answer === undefined) return undefined;
    const first = await this.read(answer, screen, app);
    if ('file' in first) return first.file;

    const again = screenRepairPrompt(request, answer, first.problems);
    const mended = await this.desk.askNoting(context, { call: `repair:${screen.name}`, request: again }, notes);
    if (mended === undefined) return undefined;
    const second = await this.read(mended, screen, app);
    if ('file' in second) return second.file;
    notes.push(
      `The model’s screen “${screen.name}” was refused (${second.problems[0] ?? ''}); the blueprint’s stands in.`,
    );
    return undefined;
  }

  private async read(answer: string, screen: ScreenPlan, app: AppInWork): Promise<ScreenAnswer> {
    const read = readAnswer(() => readScreenAnswer(answer, fileOf(screen)));
    const refusals = 'file' in read ? await this.publisher.refusalsOf(read.file, app.paths) : [];
    return refusals.length === 0 ? read : { problems: refusals };
  }

  private async publish(
    context: StageContext,
    app: AppInWork,
    screen: ScreenPlan,
    file: SourceFile | undefined,
  ): Promise<void> {
    await this.publisher.publish(context, {
      files: file ? app.add(file) : [],
      screens: [{ screen: screen.name, path: fileOf(screen) }],
      ...(file && { author: this.desk.modelName }),
    });
  }
}

interface ScreenTask {
  readonly app: AppInWork;
  readonly screen: ScreenPlan;
}

/** An app whose screens are replaced with a model's one by one. */
class AppInWork {
  readonly written: SourceFile[] = [];
  /** Every file that a screen may import. */
  readonly paths: ReadonlySet<string>;

  constructor(
    readonly plan: AppPlan,
    /** The finished app as the blueprint makes it. */
    readonly files: readonly SourceFile[],
  ) {
    this.paths = importablePaths(plan);
  }

  /** The files to write: the screen, and those only it imports (a component that no draft needed). */
  add(file: SourceFile): readonly SourceFile[] {
    const before = wholeApp(this.plan, this.written);
    this.written.push(file);
    return changedFiles(before, wholeApp(this.plan, this.written));
  }
}

/** Runs this many at once, in order. After a failure nothing more starts, but running calls are awaited: they are paid for. */
async function inBatches<Item>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  await pLimit(size).map(items, async (item) => {
    if (failures.length > 0) return;
    await work(item).catch((error: unknown) => failures.push(error));
  });
  if (failures.length > 0) throw failures[0];
}
