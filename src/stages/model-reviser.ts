import { type EditedFiles, readEditAnswer } from '../authoring/edit-answer.js';
import { editPrompt } from '../authoring/prompts/edit-prompt.js';
import { screenRepairPrompt } from '../authoring/prompts/screen-prompt.js';
import type { PreviewHost } from '../effects/preview-host/preview-host.port.js';
import type { StageOutput } from '../generation/events.js';
import type { SourceFile } from '../generation/app-files.js';
import { editedApp } from './edited-app.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelDesk } from './model-desk.js';
import { readAnswer } from './read-answer.js';
import type { StageContext } from './stage-task.js';

/** The model's change could not be used; the app is as it was. */
export class RevisionRefused extends Error {
  readonly code = 'revision_refused';
  constructor(problem: string) {
    super(`The model’s change could not be used, so the app stays as it was: ${problem}`);
    this.name = 'RevisionRefused';
  }
}

/** Changes an existing app by a model's edits: all of them, or none. */
export class ModelReviser {
  constructor(
    private readonly desk: ModelDesk,
    private readonly publisher: FilePublisher,
    private readonly previewHost: PreviewHost,
  ) {}

  /** @throws ModelError, RevisionRefused */
  async revise(context: StageContext, instruction: string): Promise<StageOutput> {
    const { base, at } = context.run();
    await this.previewHost.open(context.projectId);
    const app = await editedApp(context, Object.values(base));
    const before = app.files;
    const request = editPrompt(app, instruction, at);
    const answer = await this.desk.ask(context, { call: 'edit', request });
    const files = await this.usable(answer, before);
    const changed =
      'problems' in files ? await this.again(context, { request, answer, before }, files.problems) : files.files;
    await this.publish(context, changed, before);
    return { written: [...new Set([...context.run().written, ...changed.map(({ path }) => path)])].sort() };
  }

  private async again(
    context: StageContext,
    { request, answer, before }: Asked,
    problems: readonly string[],
  ): Promise<readonly SourceFile[]> {
    const repair = screenRepairPrompt(request, answer, problems);
    const files = await this.usable(await this.desk.ask(context, { call: 'repair:edit', request: repair }), before);
    if ('problems' in files) throw new RevisionRefused(files.problems[0] ?? '');
    return files.files;
  }

  private async usable(
    answer: string,
    before: readonly SourceFile[],
  ): Promise<{ files: readonly SourceFile[] } | { problems: readonly string[] }> {
    const edited = readAnswer(() => readEditAnswer(answer, before));
    if (!('files' in edited)) return edited;
    const problems = [...edited.problems, ...(await this.problemsOf(edited, before))];
    return problems.length === 0 ? { files: edited.files } : { problems };
  }

  private async problemsOf({ files }: EditedFiles, before: readonly SourceFile[]): Promise<readonly string[]> {
    const paths = new Set([...before, ...files].map(({ path }) => path));
    const refusals = await Promise.all(files.map((file) => this.publisher.refusalsOf(file, paths)));
    return refusals.flat();
  }

  /** Takes the change back if the app does not compile with it. */
  private async publish(
    context: StageContext,
    files: readonly SourceFile[],
    before: readonly SourceFile[],
  ): Promise<void> {
    await this.publisher.publish(context, { files, author: this.desk.modelName });
    try {
      await this.previewHost.check(context.projectId, files.map(({ path }) => path).filter(isRoute), context.signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'preview_broken')) throw error;
      const changed = new Set(files.map(({ path }) => path));
      const known = new Set(before.map(({ path }) => path));
      await this.publisher.publish(context, {
        files: before.filter(({ path }) => changed.has(path)),
        removed: [...changed].filter((path) => !known.has(path)),
      });
      throw new RevisionRefused(error.message);
    }
  }
}

interface Asked {
  readonly request: ReturnType<typeof editPrompt>;
  readonly answer: string;
  readonly before: readonly SourceFile[];
}

function isRoute(path: string): boolean {
  return path.startsWith('app/');
}
