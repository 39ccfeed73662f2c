import pLimit from 'p-limit';
import type { ModelPrompt } from '../authoring/model-prompt.js';
import { editPrompt, isShownForEdit } from '../authoring/prompts/edit-prompt.js';
import { fileRepairPrompt, screenPrompt } from '../authoring/prompts/screen-prompt.js';
import { readScreenAnswer } from '../authoring/screen-answer.js';
import { fileOf } from '../blueprint/render/app-stage.js';
import { wholeApp } from '../blueprint/whole-app.js';
import { ModelError } from '../effects/language-model/language-model.port.js';
import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { TypeChecker, TypeProblem } from '../effects/type-checker/type-checker.port.js';
import { KIT_PACKAGES } from '../effects/workspace/kit-packages.port.js';
import type { SourceFile } from '../generation/app-files.js';
import { AppUnderRepair, type Faults } from './app-under-repair.js';
import { editedApp } from './edited-app.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelDesk } from './model-desk.js';
import { readAnswer } from './read-answer.js';
import { planOf, type StageContext } from './stage-task.js';

/** What happened to the files that a model wrote. */
export interface Mended {
  /** Those that are still the model's. */
  readonly left: readonly string[];
  /** What was given up and why, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Repairs type errors in any file of an app that a model worked on, and errors that the preview reports: one repair
 * per file, checked before it is published; if that fails, the file without the model; if that fails, the app without the change.
 */
export class ModelMender {
  constructor(
    private readonly desk: ModelDesk,
    private readonly publisher: FilePublisher,
    private readonly checks: { readonly types: TypeChecker; readonly previewHost: PreviewHost },
    /** How many repairs are requested at the same time. */
    private readonly batchSize: number,
  ) {}

  /**
   * If the model cannot be asked, the stand-in replaces its file. @throws PreviewBroken if the app still cannot be
   * bundled: such a run has not succeeded
   */
  async mend(context: StageContext): Promise<Mended> {
    const notes: string[] = [];
    const app = await AppUnderRepair.open(context, this.checks, notes);
    const tried = new Set<string>();
    for (let faults = await app.faults(); faults.size > 0; faults = await app.faults()) {
      const fresh = new Map([...faults].filter(([path]) => !tried.has(path)));
      const mended = await this.repairs(context, app, fresh, notes);
      for (const path of fresh.keys()) tried.add(path);
      for (const [path, [problem = '']] of faults) {
        if (mended.includes(path)) continue;
        if (app.isHarmless(path)) app.forgive(path);
        else await this.standIn(context, app, { path, problem }, notes);
      }
    }
    return this.withoutUnresolved(context, app, notes);
  }

  /** Publishes what the model repairs; returns the paths. */
  private async repairs(
    context: StageContext,
    app: AppUnderRepair,
    faults: Faults,
    notes: string[],
  ): Promise<readonly string[]> {
    const answers = await pLimit(this.batchSize).map([...faults], ([path, problems]) =>
      this.repair(context, app, { path, problems }, notes),
    );
    const files = answers.flatMap((file) => file ?? []);
    if (files.length === 0) return [];
    const stillFaulty = await app.typeFaults(files);
    const mended = files.filter(({ path }) => !stillFaulty.has(path) || app.isHarmless(path));
    const shown = mended.map((file) => ({ ...file, shown: app.file(file.path).content }));
    const published = await this.publisher.publish(context, { files: shown, author: this.desk.modelName });
    app.replace(published.map(({ path, content }) => ({ path, content: String(content) })));
    return mended.map(({ path }) => path);
  }

  /** The file as the model repaired it; undefined: the repair may not be used. */
  private async repair(
    context: StageContext,
    app: AppUnderRepair,
    { path, problems }: { readonly path: string; readonly problems: readonly string[] },
    notes: string[],
  ): Promise<SourceFile | undefined> {
    const request = fileRepairPrompt(await this.requestFor(context, path), app.file(path), problems);
    const asking = { call: `repair:${path}`, request };
    if (this.desk.isSpent(context, asking)) return undefined;
    const answer = await this.answer(context, asking, notes);
    if (answer === undefined) return undefined;
    const read = readAnswer(() => readScreenAnswer(answer, path));
    if (!('file' in read)) return undefined;
    const refusals = await this.publisher.refusalsOf(read.file, app.paths);
    return refusals.length === 0 ? read.file : undefined;
  }

  private async answer(
    context: StageContext,
    asking: { readonly call: string; readonly request: ModelPrompt },
    notes: string[],
  ): Promise<string | undefined> {
    try {
      return await this.desk.askNoting(context, asking, notes);
    } catch (error) {
      if (!(error instanceof ModelError) || context.signal.aborted) throw error;
      notes.push(error.message);
      return undefined;
    }
  }

  /** How the file was made, using only what depends on the run, so that the same is asked if the stage starts again. */
  private async requestFor(context: StageContext, path: string): Promise<ModelPrompt> {
    const { prompt, instruction, base } = context.run();
    const plan = planOf(context);
    const screen = plan.screens.find((each) => fileOf(each) === path);
    if (instruction === undefined && screen) {
      return screenPrompt(prompt, plan, screen, {
        files: wholeApp(plan, [], { isFinished: true }),
        packages: KIT_PACKAGES,
      });
    }
    // A file that the model did not write broke because of its other files: show it the app as it is now.
    const isOwn = context.run().written.includes(path);
    const files = isOwn ? Object.values(base) : Object.values(context.project().files);
    return editPrompt(await editedApp(context, files), instruction ?? prompt);
  }

  /** The file as it was before the revision, else the blueprint's of that path; a file that is new stays as it is. */
  private async standIn(
    context: StageContext,
    app: AppUnderRepair,
    { path, problem }: { readonly path: string; readonly problem: string },
    notes: string[],
  ): Promise<void> {
    const file = await this.withoutModel(context, path);
    app.giveUp(path);
    // Not only the model's fault: whether it stays is decided for the whole app.
    if (file?.content === app.file(path).content) return;
    const what = file ? 'the version without it stands in' : 'it stays as it is';
    notes.push(`The model’s ${path} does not work (${problem}); ${what}.`);
    if (!file) return;
    const [published = file] = await this.publisher.publish(context, { files: [file] });
    app.replace([{ path, content: String(published.content) }]);
  }

  /** No run ends with an unreported type error: a change that causes one is taken back, an older one is reported. */
  private async withoutUnresolved(context: StageContext, app: AppUnderRepair, notes: string[]): Promise<Mended> {
    const unresolved = await app.unresolved();
    const [first] = unresolved;
    if (!first) return { left: app.left, notes };
    const said = `${first.path}:${first.line}: ${first.message}`;
    const { instruction, base } = context.run();
    if (instruction === undefined || !(await this.isNew(context, unresolved))) {
      return { left: app.left, notes: [...notes, `A type error is left in the app: ${said}`] };
    }
    await this.takeBack(context);
    return {
      left: app.left.filter((path) => path in base),
      notes: [...notes, `The change was taken back, as it leaves a type error in the app: ${said}`],
    };
  }

  /** Whether some of these are missing in the app before the revision. */
  private async isNew(context: StageContext, problems: readonly TypeProblem[]): Promise<boolean> {
    const files = await context.read(Object.values(context.run().base).filter(isShownForEdit));
    const sources = files.map(({ path }) => path);
    const before = await this.checks.types.check(files, sources, context.signal);
    const known = new Set(before.map(({ path, message }) => `${path} ${message}`));
    return problems.some(({ path, message }) => !known.has(`${path} ${message}`));
  }

  private async takeBack(context: StageContext): Promise<void> {
    const { base } = context.run();
    const { files } = context.project();
    const changed = Object.values(base).filter(
      ({ path, sha256 }) => isShownForEdit({ path }) && files[path]?.sha256 !== sha256,
    );
    const removed = Object.keys(files).filter((path) => isShownForEdit({ path }) && !(path in base));
    await this.publisher.publish(context, { files: await context.read(changed), removed });
  }

  private async withoutModel(context: StageContext, path: string): Promise<SourceFile | undefined> {
    const { instruction, base } = context.run();
    const before = instruction === undefined ? undefined : base[path];
    if (before) return (await context.read([before]))[0];
    return wholeApp(planOf(context), [], { isFinished: true }).find((file) => file.path === path);
  }
}
