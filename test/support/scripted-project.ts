import { startRequest } from '../../src/contract/requests.js';
import type { Command } from '../../src/generation/commands.js';
import { decide } from '../../src/generation/decide.js';
import type { RecordedEvent } from '../../src/generation/events.js';
import { tell, type LogMessage } from '../../src/generation/messages.js';
import type { AppPlan } from '../../src/generation/plan.js';
import type { Stage } from '../../src/generation/stage-plan.js';
import type { RunState } from '../../src/generation/run-state.js';
import { newProject, type ProjectState } from '../../src/generation/state.js';

export interface Action {
  readonly action: string;
  readonly instruction?: string;
}

export interface Script {
  /** Pause before each step, in milliseconds. */
  readonly stepMs?: number;
  /** The stage that fails the first time it is reached. */
  readonly failOnceAt?: { readonly stage: Stage; readonly reason: string; readonly isRetryable: boolean };
  /** The run waits before the end of this stage until `release()`. */
  readonly holdAt?: Stage;
  /** The current preparation step of the preview, as /health reports it. */
  readonly preparation?: string;
}

const COLOURS = {
  background: '#ffffff',
  surface: '#ffffff',
  text: '#111111',
  muted: '#666666',
  primary: '#2563eb',
  onPrimary: '#ffffff',
  border: '#dddddd',
  danger: '#cc0000',
};

const SCREENS = ['Home', 'Workouts', 'Goals', 'Profile', 'Settings', 'Workout', 'New workout'];

const PLAN: AppPlan = {
  name: 'Scripted',
  tagline: 'An app that is only told of',
  domain: 'general',
  entities: [],
  screens: SCREENS.map((name) => ({ name, archetype: 'list', route: name, isTab: false })),
  theme: { templateId: 'modern-blue', light: COLOURS, dark: COLOURS },
  notes: ['Reminders are only mocked.'],
  seed: 1,
};

/** As in the real stage, screens are written once the preview is ready. */
function isDue({ stages }: RunState, stage: Stage): boolean {
  if (stages[stage] !== 'running') return false;
  return stage !== 'generating_screens' || stages.preview_ready === 'succeeded';
}

/** A project whose log is written by the real rules, with a script in place of the driver. */
export class ScriptedProject {
  readonly log: LogMessage[] = [];
  readonly viewers = new Set<(message: object) => void>();
  state: ProjectState;
  #isHeld = true;
  #hasFailed = false;
  #isEnded = false;

  constructor(
    id: string,
    private readonly script: Script,
    private readonly previewUrl: string,
  ) {
    this.state = newProject(id);
  }

  release(): void {
    this.#isHeld = false;
  }

  hold(): void {
    this.#isHeld = true;
  }

  end(): void {
    this.#isEnded = true;
  }

  act(action: Action, answer: (message: object) => void): void {
    if (action.action === 'start') this.#start(action, answer);
    if (action.action === 'cancel') this.#do({ type: 'RequestCancel' });
    if (action.action === 'retry') {
      this.#do({ type: 'RetryRun' });
      void this.#run();
    }
    if (action.action === 'revise') this.do(() => ({ type: 'ReviseRun', instruction: action.instruction ?? '' }));
  }

  /** Carries out a command, built with the epoch and run that a driver needs, and runs what it started. */
  do(command: (by: { epoch: number; run: number }) => Command): void {
    const wasActive = this.state.run?.status === 'active';
    this.#do(command(this.#driver()));
    if (!wasActive && this.state.run?.status === 'active') void this.#run();
  }

  #start(action: Action, answer: (message: object) => void): void {
    const { data, error } = startRequest.safeParse(action);
    if (error) {
      const message = error.issues[0]?.message ?? 'invalid';
      answer({ type: 'error', error: message, data: { code: 'validation_failed', message } });
      return;
    }
    this.#do({ type: 'StartRun', prompt: data.prompt, ...(data.template_id && { templateId: data.template_id }) });
    void this.#run();
  }

  #do(command: Command): void {
    for (const decided of decide(this.state, command)) {
      const event: RecordedEvent = { ...decided, seq: this.state.seq + 1, at: new Date().toISOString() };
      const { state, message } = tell(this.state, event);
      this.state = state;
      this.log.push(message);
      for (const send of this.viewers) send(message);
    }
  }

  async #run(): Promise<void> {
    this.#do({ type: 'AttachDriver' });
    for (;;) {
      await this.#pause();
      const { run } = this.state;
      if (this.#isEnded || run?.status !== 'active') return;
      if (run.isCancelRequested) {
        this.#do({ type: 'FinishCancel', ...this.#driver() });
        return;
      }
      const stage = (Object.keys(run.stages) as Stage[]).find((candidate) => isDue(run, candidate));
      if (stage !== undefined && !(stage === this.script.holdAt && this.#isHeld)) await this.#step(stage);
    }
  }

  async #step(stage: Stage): Promise<void> {
    const { failOnceAt } = this.script;
    if (failOnceAt?.stage === stage && !this.#hasFailed) {
      this.#hasFailed = true;
      const { reason, isRetryable } = failOnceAt;
      // A person may retry after a missed deadline, but nothing retries it automatically.
      this.#do({
        type: 'FailStage',
        ...this.#driver(),
        stage,
        code: isRetryable ? 'stage_deadline' : 'stage_failed',
        reason,
      });
      return;
    }
    if (stage === 'generating_base') this.#write('Home');
    if (stage === 'generating_screens') {
      for (const screen of SCREENS.slice(1)) {
        this.#write(screen);
        await this.#pause();
      }
    }
    const urls = { web: this.previewUrl };
    if (stage === 'preview_ready') this.#do({ type: 'PublishPreview', ...this.#driver(), urls });
    const output = { ...(stage === 'analyzing' && { plan: PLAN }), ...(stage === 'creating_tunnel' && { urls }) };
    this.#do({ type: 'CompleteStage', ...this.#driver(), stage, output });
  }

  #write(screen: string): void {
    const path = `app/${screen.toLowerCase().replace(/ /g, '-')}.tsx`;
    const files = [{ path, sha256: screen.padEnd(64, '0'), bytes: 1200 + screen.length }];
    this.#do({
      type: 'RecordFiles',
      ...this.#driver(),
      files,
      removed: [],
      author: 'blueprint',
      screens: [{ screen, path }],
    });
  }

  #driver(): { epoch: number; run: number } {
    return { epoch: this.state.epoch, run: this.state.run?.run ?? 0 };
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.script.stepMs ?? 5));
  }
}
