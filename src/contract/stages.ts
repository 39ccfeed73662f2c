/** Everything about a stage except its task. */
export interface StageRow<Name extends string = string> {
  /** The run's progress once this stage is reached, 0 to 100. */
  readonly percent: number;
  /** The stages that must have succeeded before this one starts. */
  readonly after: readonly Name[];
  /** A background stage never delays, fails or advances the run. */
  readonly isBackground?: true;
  /** Its percentage promises something visible, so the stage is reached when it has succeeded, not when it starts. */
  readonly isReachedByResult?: true;
  /** The progress once it has succeeded, if that is more than `percent`. */
  readonly donePercent?: number;
  /** It neither reads nor writes the project's files, so it need not wait until a preview knows them. */
  readonly isWithoutFolder?: true;
  /** It made the app: in a fork, which has the files already, it counts as done. */
  readonly isDoneInFork?: true;
  /** What `GET /status` calls the run while this is the furthest stage; absent: `initializing`. */
  readonly status?: 'generating_code' | 'installing_deps' | 'starting_server' | 'creating_tunnel';
  /** How long it may take before it fails, in milliseconds, unless STAGE_DEADLINES says otherwise. */
  readonly deadlineMs: number;
  /** What viewers read when it starts and when it has succeeded, and how the reason begins when it fails. */
  readonly words: { readonly started: string; readonly done: string; readonly failed: string };
}

const MINUTE_MS = 60_000;

/**
 * The stages of a run, in the order of their percentages (DESIGN.md section 3). A stage is a row of this table and a task in
 * `src/stages/`; nothing else depends on its name.
 *
 * Stages that write wait for the preview process, which on the very first start installs its kit; `generating_screens` also
 * waits for `preview_ready`; `adding_components` may wait for a model's repairs. Their deadlines allow for that.
 */
export const STAGE_TABLE = {
  analyzing: {
    percent: 5,
    after: [],
    isWithoutFolder: true,
    isDoneInFork: true,
    deadlineMs: MINUTE_MS / 2,
    words: {
      started: 'Analyzing requirements',
      done: 'Requirements analyzed',
      failed: 'Failed to analyze requirements',
    },
  },
  creating_project: {
    percent: 15,
    after: [],
    isWithoutFolder: true,
    isDoneInFork: true,
    deadlineMs: MINUTE_MS / 2,
    words: { started: 'Creating Expo project', done: 'Project created', failed: 'Failed to create the project' },
  },
  generating_base: {
    percent: 25,
    after: ['analyzing', 'creating_project'],
    isDoneInFork: true,
    status: 'generating_code',
    deadlineMs: 15 * MINUTE_MS,
    words: {
      started: 'Generating base code',
      done: 'Base code generated',
      failed: 'Failed to generate the base code',
    },
  },
  installing_deps: {
    percent: 35,
    after: ['creating_project'],
    status: 'installing_deps',
    deadlineMs: 15 * MINUTE_MS,
    words: {
      started: 'Installing dependencies',
      done: 'Dependencies installed',
      failed: 'Failed to install dependencies',
    },
  },
  starting_server: {
    percent: 45,
    after: ['installing_deps'],
    status: 'starting_server',
    deadlineMs: MINUTE_MS,
    words: { started: 'Starting dev server', done: 'Dev server started', failed: 'Failed to start the dev server' },
  },
  creating_tunnel: {
    percent: 55,
    after: ['starting_server'],
    status: 'creating_tunnel',
    deadlineMs: MINUTE_MS,
    words: {
      started: 'Creating preview link',
      done: 'Preview link created',
      failed: 'Failed to create the preview link',
    },
  },
  preview_ready: {
    percent: 60,
    after: ['generating_base', 'creating_tunnel'],
    isReachedByResult: true,
    deadlineMs: 2 * MINUTE_MS,
    words: {
      started: 'Waiting for the preview to answer',
      done: 'Preview is live!',
      failed: 'Failed to open the preview',
    },
  },
  generating_screens: {
    percent: 60,
    donePercent: 85,
    after: ['analyzing'],
    isReachedByResult: true,
    isDoneInFork: true,
    deadlineMs: 20 * MINUTE_MS,
    words: { started: 'Designing screens', done: 'All screens added', failed: 'Failed to generate screens' },
  },
  adding_components: {
    percent: 90,
    after: ['preview_ready', 'generating_screens'],
    deadlineMs: 20 * MINUTE_MS,
    words: { started: 'Adding components', done: 'Components added', failed: 'Failed to add components' },
  },
  generating_images: {
    percent: 95,
    after: ['analyzing'],
    isBackground: true,
    isDoneInFork: true,
    deadlineMs: 25 * MINUTE_MS,
    words: { started: 'Generating images', done: 'Images generated', failed: 'Failed to generate images' },
  },
  complete: {
    percent: 100,
    after: ['adding_components'],
    deadlineMs: MINUTE_MS / 2,
    words: { started: 'All done!', done: 'All done!', failed: 'Failed to complete' },
  },
} as const satisfies Readonly<Record<string, StageRow>>;

export type Stage = keyof typeof STAGE_TABLE;
