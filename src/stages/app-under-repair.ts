import { PreviewBroken, type PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { type TypeChecker, TypeCheckUnavailable, type TypeProblem } from '../effects/type-checker/type-checker.port.js';
import type { PreviewTrouble } from '../generation/events.js';
import type { SourceFile } from '../generation/app-files.js';
import type { StageContext } from './stage-task.js';

/** The problems of an app's files, by path; a sentence each. */
export type Faults = ReadonlyMap<string, readonly string[]>;

/** At most this many of a file's errors are sent to a model. */
const MAX_FAULTS = 10;

/** The app as the log has it, and its faults: type errors in any file, other faults only in the model's files. */
export class AppUnderRepair {
  private readonly heard = new Set<PreviewTrouble>();
  private readonly givenUp = new Set<string>();
  private readonly forgiven = new Set<string>();
  /** Files for which the last check reported only unused names. */
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

  /** Adds a note to `notes` if the types cannot be checked. */
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

  /** The model's files that were not given up. */
  get left(): readonly string[] {
    return [...this.suspects].sort();
  }

  file(path: string): SourceFile {
    return this.files.get(path) ?? { path, content: '' };
  }

  /** Puts these files into the app. */
  replace(files: readonly SourceFile[]): void {
    for (const file of files) this.files.set(file.path, file);
  }

  /** Ignores all faults of the file from now on: nothing more can be done about them. */
  giveUp(path: string): void {
    this.suspects.delete(path);
    this.givenUp.add(path);
  }

  /** Whether the file's only problems are unused names. */
  isHarmless(path: string): boolean {
    return this.harmless.has(path);
  }

  /** Ignores unused names in the file from now on. */
  forgive(path: string): void {
    this.forgiven.add(path);
  }

  /** The remaining type errors in files that were given up. */
  async unresolved(): Promise<readonly TypeProblem[]> {
    if (this.givenUp.size === 0) return [];
    return (await this.checked([...this.files.values()])).filter(({ isMinor }) => !isMinor);
  }

  /**
   * What the compiler reports for any file, why the model's cannot be bundled, and what the preview has reported about them since the
   * last time. @throws PreviewBroken if another file keeps the app from being bundled
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

  /** What the compiler would report for the app with `changed` in place; unused names only in the model's files. */
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
