import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeFiles, Command } from './commands.js';
import { decide } from './decide.js';
import type { RecordedEvent } from './events.js';
import { tell } from './messages.js';
import { pendingWork } from './pending-work.js';
import type { AppPlan } from './plan.js';
import { STAGE_RULES, STAGES, type Stage } from './stage-plan.js';
import { DONE_IN_A_FORK } from './run-state.js';
import { newProject, type ProjectState } from './state.js';

const plan = { name: 'Fit', screens: [{ name: 'Home' }, { name: 'Goals' }], notes: [] } as unknown as AppPlan;
const urls = { web: 'http://demo.localhost' };
const isEnd = ({ type }: RecordedEvent): boolean => /^Run(?:Completed|Failed|Cancelled)$/.test(type);
const isRequest = ({ type }: RecordedEvent): boolean => /^(?:(?:Run|Revision|Retry)Requested|Forked)$/.test(type);
const isBackground = (stage: Stage): boolean => STAGE_RULES[stage].isBackground === true;

/** `expect` would take most of the time. */
function must(isSo: boolean, what: string, about?: object): void {
  if (!isSo) throw new Error(`${what}: ${JSON.stringify(about)}`);
}

/** The log of a project and its state, as a service would hold them. */
class World {
  readonly log: RecordedEvent[] = [];
  state: ProjectState = newProject('demo');
  /** The progress that the current run's viewers have read. */
  private shown = 0;

  /** What is refused changes nothing. @returns how many events it came to */
  do(command: Command): number {
    const decided = decidedOrRefused(this.state, command);
    for (const fact of decided) {
      const seq = this.state.seq + 1;
      this.take({ ...fact, seq, at: new Date(Date.UTC(2026, 0, 1, 0, 0, seq)).toISOString() });
    }
    return decided.length;
  }

  private take(event: RecordedEvent): void {
    const before = this.state.run;
    const { state, message } = tell(this.state, event);
    this.log.push(event);
    this.state = state;
    const { run } = state;
    if (!run) return;
    if (event.type === 'RunRequested' || event.type === 'RevisionRequested') this.shown = 0;
    else {
      must(run.progress >= (before?.progress ?? 0), 'progress goes back', event);
      const isOver = before !== undefined && before.status !== 'active' && event.type !== 'RetryRequested';
      must(!isOver || run.status === before.status, 'a run that is over changes', event);
    }
    must(event.type !== 'RetryRequested' || before?.status === 'failed', 'retries what has not failed', event);
    must(!isEnd(event) || before?.status === 'active', 'ends what is not active', event);
    if (event.type === 'StageStarted') {
      must(run.status === 'active' || isBackground(event.data.stage), 'begins after the end', event);
    }
    if (event.type === 'RunFailed') must(!isBackground(event.data.stage), 'fails from the background', event);
    if (message.type !== 'progress') return;
    const { progress } = message.data as { progress: number };
    must(progress >= this.shown, 'the progress shown goes back', message);
    this.shown = progress;
  }
}

function decidedOrRefused(state: ProjectState, command: Command): ReturnType<typeof decide> {
  try {
    return decide(state, command);
  } catch (error) {
    // A refusal of the rules has a code; anything else is a mistake in them.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

interface By {
  readonly epoch: number;
  readonly run: number;
}

const byNow = ({ epoch, run }: ProjectState): By => ({ epoch, run: run?.run ?? 0 });

function completion(stage: Stage, by: By): Command {
  const output = { ...(stage === 'analyzing' && { plan }), ...(stage === 'creating_tunnel' && { urls }) };
  return { type: 'CompleteStage', stage, output, ...by };
}

function failure(stage: Stage, by: By, isRetryable: boolean): Command {
  return { type: 'FailStage', stage, code: isRetryable ? 'boom' : 'stage_failed', reason: 'It broke.', ...by };
}

/** What a driver may send of the work that is pending: each way in which it can come out. */
function outcomes(state: ProjectState): readonly Command[] {
  const by = byNow(state);
  const { stages, restarts, mustCancel, mustExport } = pendingWork(state);
  const site = { label: 'demo', url: 'http://demo.share.localhost', files: [] };
  return [
    ...stages.flatMap((stage) => [completion(stage, by), failure(stage, by, true), failure(stage, by, false)]),
    ...restarts.map(({ stage }): Command => ({ type: 'RestartStage', stage, ...by })),
    ...(mustCancel ? [{ type: 'FinishCancel', ...by } as const] : []),
    ...(mustExport ? [{ type: 'RecordSite', ...site, ...by } as const] : []),
    ...(mustExport ? [{ type: 'FailShare', code: 'boom', reason: 'It broke.', ...by } as const] : []),
  ];
}

/** Whatever the log holds: a driver has something to do that changes it, or nothing at all. */
function mustBeDoable({ state }: World): void {
  const possible = outcomes(state);
  must(state.run?.status !== 'active' || possible.length > 0, 'an active run stands still', state.run);
  for (const command of possible) must(decide(state, command).length > 0, 'work that changes nothing', command);
}

const fileOf = (path: string, sha256: string) => ({ path, sha256, bytes: 1 });

function changeOf(path: string, sha256: string, expected: string | null = null): ChangeFiles {
  const written = [fileOf(path, sha256)];
  return { type: 'ChangeFiles', written, removed: [], authors: ['user:ann'], expected: { [path]: expected } };
}

const FORK: Command = {
  type: 'ForkProject',
  origin: { from: { project_id: 'source', seq: 9 }, prompt: 'Create a fitness tracking app', plan, written: [] },
  files: [{ ...fileOf('app/index.tsx', 'home'), meant_sha256: 'home' }],
  author: 'user:ann',
};

const PEOPLE: readonly Command[] = [
  { type: 'StartRun', prompt: 'Create a fitness tracking app' },
  { type: 'RequestCancel' },
  { type: 'RetryRun' },
  { type: 'ReviseRun', instruction: 'Make it blue' },
  { type: 'WithdrawRevision', revision: 9, author: 'user:ann' },
  { type: 'RequestShare' },
  changeOf('lib/a.ts', 'one'),
  changeOf('lib/a.ts', 'two', 'one'),
  { ...changeOf('lib/a.ts', 'one'), written: [], removed: ['lib/a.ts'] },
  { type: 'RestoreFiles', toSeq: 1, files: [], plan: undefined, author: 'user:ann' },
  { type: 'RestoreFiles', toSeq: 9, files: [fileOf('lib/a.ts', 'two')], plan, author: 'user:ann' },
  FORK,
  { type: 'ReportTrouble', trouble: { source: 'page', message: 'It broke.' } },
  { type: 'ReportHealed' },
];

/** Whose command comes next; `pick` chooses which, among those that there are then. */
interface Step {
  readonly who: 'person' | 'driver' | 'success' | 'failure' | 'late' | 'attach';
  readonly pick: number;
}

function commandOf({ who, pick }: Step, { state }: World): Command | undefined {
  const by = byNow(state);
  const oneOf = <T>(among: readonly T[]): T | undefined => among[pick % Math.max(1, among.length)];
  // At work when the person, or another outcome, came first.
  const running = oneOf(STAGES.filter((stage) => state.run?.stages[stage] === 'running'));
  switch (who) {
    case 'person':
      return oneOf(PEOPLE);
    case 'driver':
      return oneOf(outcomes(state));
    case 'success':
      return running && completion(running, by);
    case 'failure':
      return running && failure(running, by, pick % 3 > 0);
    case 'attach':
      return { type: 'AttachDriver' };
    case 'late':
      return oneOf(lateOnes(oneOf(STAGES.slice(0, -1)) ?? 'analyzing', oneOf([by, older(by)]) ?? by));
  }
}

const older = ({ epoch, run }: By): By => ({ epoch: epoch - 1, run: run - 1 });

function lateOnes(stage: Stage, by: By): readonly Command[] {
  const file = { path: `assets/${stage}`, sha256: stage, bytes: 1 };
  const screens = [{ screen: stage, path: stage }];
  return [
    completion(stage, by),
    failure(stage, by, true),
    { type: 'RestartStage', stage, ...by },
    { type: 'FinishCancel', ...by },
    { type: 'RecordBudgetReached', scope: 'run', budgetUsd: 1, spentUsd: 2, ...by },
    { type: 'PublishPreview', urls, ...by },
    { type: 'RecordFiles', files: [file], removed: [], author: 'x', screens, ...by },
  ];
}

const pick = fc.nat(9999);
const step = (who: Step['who']) => fc.record<Step>({ who: fc.constant(who), pick });
/** A run that has come somewhere, often close to its end, and then anything. */
const steps = fc
  .tuple(
    fc.array(step('success'), { maxLength: 10, size: 'max' }),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: step('success') },
        { weight: 3, arbitrary: step('failure') },
        { weight: 3, arbitrary: step('person') },
        { weight: 2, arbitrary: step('driver') },
        { weight: 1, arbitrary: step('late') },
        { weight: 1, arbitrary: step('attach') },
      ),
      { maxLength: 25, size: 'max' },
    ),
  )
  .map(([lead, rest]) => [...lead, ...rest]);

/** Every stage three times, with its waits, and an export: far below this. */
const MAX_STEPS = 100;

describe('commands and outcomes in every order', () => {
  it('leave work that can be done, never go back, and end each run once', () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(pick, { minLength: MAX_STEPS, maxLength: MAX_STEPS }),
        fc.boolean(),
        (sent, picks, isFork) => {
          const world = new World();
          world.do(isFork ? FORK : { type: 'StartRun', prompt: 'Create a fitness tracking app' });
          world.do({ type: 'AttachDriver' });
          for (const each of sent) {
            const command = commandOf(each, world);
            if (command) world.do(command);
            mustBeDoable(world);
          }
          // Left alone, a driver comes to rest.
          for (const each of picks) {
            const command = commandOf({ who: 'driver', pick: each }, world);
            if (!command) break;
            world.do(command);
            mustBeDoable(world);
          }
          mustHaveEnded(world);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function mustHaveEnded({ log, state }: World): void {
  const { run } = state;
  const isFork = log[0]?.type === 'Forked';
  must(outcomes(state).length === 0, 'a driver does not come to rest', run);
  // Each request has one end behind it, before the next.
  const turns = log.filter((event) => isRequest(event) || isEnd(event)).map((event) => isEnd(event));
  must(
    turns.every((isEndThere, index) => isEndThere === (index % 2 === 1)) && turns.length % 2 === 0,
    'requests and ends do not alternate',
    turns,
  );
  must(run?.status !== 'complete' || !state.isShareRequested, 'a share has no end', run);
  for (const stage of STAGES) {
    const status = run?.stages[stage];
    const hasSucceeded =
      (isFork && DONE_IN_A_FORK.includes(stage)) ||
      log.some(({ type, data }) => type === 'StageSucceeded' && data.stage === stage);
    must(status !== 'succeeded' || hasSucceeded, 'counts as done and never was', { stage });
    const isOpen = status === 'running' || status === 'waiting';
    must(run?.status !== 'complete' || !isOpen, 'has no end', { stage });
  }
}
