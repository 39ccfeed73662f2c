import { PreviewBroken, type PreviewHost } from '../effects/preview-host/preview-host.port.js';
import { type TypeChecker, TypeCheckUnavailable } from '../effects/preview-host/type-checker.port.js';
import type { PreviewTrouble } from '../generation/events.js';
import type { SourceFile } from '../generation/plan.js';
import type { StageContext } from './stage-task.js';

/** What is wrong with files that a model wrote, by path; a sentence each. */
export type Faults = ReadonlyMap<string, readonly string[]>;

/** So many of a file's errors are worth telling a model. */
const MAX_FAULTS = 10;

/** The app as the log has it, and which of a model's files in it do not work. */
export class AppUnderRepair {
  private readonly heard = new Set<PreviewTrouble>();
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
  }

  /**
   * What the compiler says of the model's files, what keeps them from being bundled, and what the preview has said of them since
   * the last time. @throws PreviewBroken where another file keeps the app from being bundled
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

  /** What the compiler says of the model's files if `changed` took their places. */
  async typeFaults(changed: readonly SourceFile[]): Promise<Faults> {
    const files = new Map([...this.files, ...changed.map((file): [string, SourceFile] => [file.path, file])]);
    const problems = await this.checked([...files.values()]);
    return grouped(
      problems
        .filter(({ path }) => this.suspects.has(path))
        .map(({ path, line, column, message }): [string, string] => [path, `${line}:${column + 1}: ${message}`]),
    );
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
    if (!this.canCheck || this.suspects.size === 0) return [];
    try {
      return await this.types.check(files, [...this.suspects], this.context.signal);
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
