import { PreviewBroken, type PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { type TypeChecker, TypeCheckUnavailable, type TypeProblem } from '../effects/type-checker/type-checker.port.js';
import type { PreviewTrouble } from '../generation/events.js';
import type { SourceFile } from '../generation/plan.js';
import type { StageContext } from './stage-task.js';

/** What is wrong with the files of an app, by path; a sentence each. */
export type Faults = ReadonlyMap<string, readonly string[]>;

/** So many of a file's errors are worth telling a model. */
const MAX_FAULTS = 10;

/** The app as the log has it, and what in it does not work: types in any file, all else in those that a model wrote. */
export class AppUnderRepair {
  private readonly heard = new Set<PreviewTrouble>();
  private readonly givenUp = new Set<string>();
  private readonly forgiven = new Set<string>();
  /** Files of which the last check only said that a name is not used. */
  private harmless: ReadonlySet<string> = new Set();
  private canCheck = true;

  private constructor(
    private readonly context: StageContext,
    private readonly types: TypeChecker,
    private readonly previewHost: Pick<PreviewHost, 'check'>,
    private readonly notes: string[],
    private readonly files: Map<string, SourceFile>,
    private readonly suspects: Set<string>,
  ) {}

  /** `notes` hears where the types cannot be checked. */
  static async open(
    context: StageContext,
    { types, previewHost }: { readonly types: TypeChecker; readonly previewHost: Pick<PreviewHost, 'check'> },
    notes: string[],
  ): Promise<AppUnderRepair> {
    const refs = Object.values(context.project().files).filter(({ path }) => /\.(tsx?|json)$/.test(path));
    const files = new Map((await context.read(refs)).map((file) => [file.path, file]));
    const written = context.run().written.filter((path) => files.has(path));
    return new AppUnderRepair(context, types, previewHost, notes, files, new Set(written));
  }

  get paths(): ReadonlySet<string> {
    return new Set(this.files.keys());
  }

  /** The files of the model's that were not given up. */
  get left(): readonly string[] {
    return [...this.suspects].sort();
  }

  file(path: string): SourceFile {
    return this.files.get(path) ?? { path, content: '' };
  }

  /** From here on these stand in the app. */
  replace(files: readonly SourceFile[]): void {
    for (const file of files) this.files.set(file.path, file);
  }

  /** From here on nothing of the file is a fault: no more can be done about it. */
  giveUp(path: string): void {
    this.suspects.delete(path);
    this.givenUp.add(path);
  }

  /** Whether all that is wrong with the file is a name that nothing uses. */
  isHarmless(path: string): boolean {
    return this.harmless.has(path);
  }

  /** From here on names that nothing uses are no fault of the file. */
  forgive(path: string): void {
    this.forgiven.add(path);
  }

  /** What is still wrong with the types of files that were given up on. */
  async unresolved(): Promise<readonly TypeProblem[]> {
    if (this.givenUp.size === 0) return [];
    return (await this.checked([...this.files.values()])).filter(({ isMinor }) => !isMinor);
  }

  /**
   * What the compiler says of any file, what keeps the model's from being bundled, and what the preview has said of them since the
   * last time. @throws PreviewBroken where another file keeps the app from being bundled
   */
  async faults(): Promise<Faults> {
    const byTypes = await this.typeFaults([]);
    const byBundle = await this.bundleFaults();
    const byPreview = this.newTroubles().map(({ file = '', line, message }): [string, string] => [
      file,
      `The app runs into an error${line === undefined ? '' : ` at line ${line}`}: ${message}`,
    ]);
    const all = [
      ...[...byTypes].flatMap(([path, said]) => said.map((each): [string, string] => [path, each])),
      ...byBundle,
      ...byPreview,
    ];
    return grouped(all);
  }

  /** What the compiler says of the app if `changed` took their places; of a name that nothing uses only in the model's files. */
  async typeFaults(changed: readonly SourceFile[]): Promise<Faults> {
    const files = new Map([...this.files, ...changed.map((file): [string, SourceFile] => [file.path, file])]);
    const problems = (await this.checked([...files.values()])).filter((problem) => this.isFault(problem));
    const broken = new Set(problems.flatMap(({ path, isMinor }) => (isMinor ? [] : [path])));
    this.harmless = new Set(problems.map(({ path }) => path).filter((path) => !broken.has(path)));
    return grouped(
      problems.map(({ path, line, column, message }): [string, string] => [path, `${line}:${column + 1}: ${message}`]),
    );
  }

  private isFault({ path, isMinor }: TypeProblem): boolean {
    if (this.givenUp.has(path)) return false;
    return isMinor ? this.suspects.has(path) && !this.forgiven.has(path) : true;
  }

  private async bundleFaults(): Promise<readonly (readonly [string, string])[]> {
    try {
      await this.previewHost.check(this.context.projectId, [], this.context.signal);
      return [];
    } catch (error) {
      if (!(error instanceof PreviewBroken)) throw error;
      const { file = '', line } = error.at ?? {};
      if (!this.suspects.has(file)) throw error;
      return [[file, `It cannot be bundled${line === undefined ? '' : ` (line ${line})`}: ${error.message}`]];
    }
  }

  private async checked(files: readonly SourceFile[]): ReturnType<TypeChecker['check']> {
    if (!this.canCheck) return [];
    const sources = files.map(({ path }) => path).filter((path) => /\.tsx?$/.test(path));
    try {
      return await this.types.check(files, sources, this.context.signal);
    } catch (error) {
      if (!(error instanceof TypeCheckUnavailable)) throw error;
      this.canCheck = false;
      this.notes.push(error.message);
      return [];
    }
  }

  private newTroubles(): readonly PreviewTrouble[] {
    const fresh = this.context
      .project()
      .troubles.filter((trouble) => !this.heard.has(trouble) && this.suspects.has(trouble.file ?? ''));
    for (const trouble of fresh) this.heard.add(trouble);
    return fresh;
  }
}

function grouped(faults: readonly (readonly [string, string])[]): Faults {
  const byPath = new Map<string, string[]>();
  for (const [path, fault] of faults) byPath.set(path, [...(byPath.get(path) ?? []), fault]);
  return new Map([...byPath].map(([path, said]) => [path, said.slice(0, MAX_FAULTS)]));
}
