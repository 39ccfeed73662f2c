import type { Command, DriverCommand, FailStage, RecordAnswer, StartRun } from './commands.js';
import { DriverSuperseded, RunNotActive, RunNotRetryable, RunNotShareable } from './errors.js';
import type { GenerationEvent, PreviewTrouble } from './events.js';
import { personOf } from './people-edits.js';
import { isRetryable, MAX_ATTEMPTS, retryInMs } from './retry-policy.js';
import { totalCostUsd } from './meter.js';
import { STAGE_RULES, STAGES, type Stage } from './stage-plan.js';
import {
  changeFiles,
  forkProject,
  recordFiles,
  reportConflict,
  resolveConflict,
  restoreFiles,
} from './decide-files.js';
import { decideForDeleted, deleteProject } from './decide-deletion.js';
import { nextRevision, reviseRun, withdrawAll, withdrawRevision } from './decide-revisions.js';
import { dueStages, startOf } from './due-stages.js';
import { answerKey, type RunState } from './run-state.js';
import { evolve, type ProjectState } from './state.js';

/** At most this many errors of a preview are recorded at a time. */
const MAX_TROUBLES = 10;

/** A new fact and the run it belongs to. */
export type Decided = GenerationEvent & { readonly run: number };

/**
 * The facts that result from a command; none if they are true already.
 * @throws RunNotActive, RunNotRetryable, DriverSuperseded, and the errors documented on the functions for people's commands
 */
export function decide(state: ProjectState, command: Command): readonly Decided[] {
  if (command.type === 'DeleteProject') return deleteProject(state, command.author);
  if (state.isDeleted) return decideForDeleted(state, command);
  switch (command.type) {
    case 'StartRun':
      return startRun(state, command);
    case 'RequestCancel':
      return requestCancel(state, command.reason);
    case 'RetryRun':
      return retryRun(state);
    case 'ReviseRun':
      return [...endShare(state), ...reviseRun(state, command)];
    case 'WithdrawRevision':
      return withdrawRevision(state, command);
    case 'RequestShare':
      return requestShare(state);
    case 'ChangeFiles':
      return inRun(state.run?.run ?? 0, changeFiles(state, command));
    case 'RestoreFiles':
      return inRun(state.run?.run ?? 0, restoreFiles(state, command));
    case 'ForkProject':
      return inRun(1, forkProject(state, command));
    case 'ResolveConflict':
      return inRun(state.run?.run ?? 0, resolveConflict(state, command));
    case 'ReportConflict':
      return inRun(state.run?.run ?? 0, reportConflict(state, command.conflict));
    case 'ReportTrouble':
      return reportTrouble(state, command.trouble);
    case 'ReportHealed':
      return state.run && state.troubles.length > 0 ? inRun(state.run.run, [{ type: 'PreviewHealed', data: {} }]) : [];
    default:
      return withNextRevision(state, decideForDriver(state, command));
  }
}

/** If the run ends with these facts, the next queued revision begins. */
function withNextRevision(state: ProjectState, facts: readonly Decided[]): readonly Decided[] {
  if (state.queue.length === 0) return facts;
  const at = state.run?.requestedAt ?? '';
  const ended = facts.reduce((before, fact) => evolve(before, { ...fact, seq: before.seq + 1, at }), state);
  return ended.run?.status === state.run?.status ? facts : [...facts, ...nextRevision(ended)];
}

function startRun(state: ProjectState, command: StartRun): readonly Decided[] {
  if (state.run?.status === 'active') return [];
  const run = (state.run?.run ?? 0) + 1;
  const requested: GenerationEvent = {
    type: 'RunRequested',
    data: {
      prompt: command.prompt,
      ...(command.userId !== undefined && { user_id: command.userId }),
      ...(command.templateId !== undefined && { template_id: command.templateId }),
      ...(command.options !== undefined && { options: command.options }),
    },
  };
  const ended = [...endShare(state), ...withdrawAll(state, personOf(command.userId))];
  return [...ended, ...inRun(run, [requested, ...startOf(dueStages({}))])];
}

/** Ends a pending share: the app to be shared is about to change. */
function endShare({ run, isShareRequested }: ProjectState): readonly Decided[] {
  if (!run || !isShareRequested) return [];
  const reason = 'A new run began before the app was exported; share it again when that run is complete.';
  return inRun(run.run, [{ type: 'ShareFailed', data: { code: 'share_superseded', reason } }]);
}

function requestCancel(state: ProjectState, reason: string | undefined): readonly Decided[] {
  const { run } = state;
  if (run?.status === 'cancelled' || run?.isCancelRequested) return [];
  if (run?.status !== 'active') throw new RunNotActive(state.projectId, run?.status);
  return inRun(run.run, [{ type: 'CancelRequested', data: reason === undefined ? {} : { reason } }]);
}

function retryRun(state: ProjectState): readonly Decided[] {
  const { run } = state;
  if (run?.status === 'active') return [];
  if (run?.status !== 'failed') throw new RunNotRetryable(state.projectId, run?.status);
  // Stages that became due while the run had failed were not started.
  const due = dueStages(run.stages);
  const again = STAGES.filter((stage) =>
    run.stages[stage] === undefined ? due.includes(stage) : run.stages[stage] !== 'succeeded',
  );
  return inRun(run.run, [{ type: 'RetryRequested', data: {} }, ...startOf(again)]);
}

function requestShare({ projectId, run, isShareRequested, site, changedSeq }: ProjectState): readonly Decided[] {
  if (run?.status !== 'complete') throw new RunNotShareable(projectId, run?.status);
  const isAsItIs = site !== undefined && site.seq > changedSeq;
  return isShareRequested || isAsItIs ? [] : inRun(run.run, [{ type: 'ShareRequested', data: {} }]);
}

function reportTrouble({ run, troubles }: ProjectState, data: PreviewTrouble): readonly Decided[] {
  const isKnown = troubles.some(
    ({ source, message, file, line }) =>
      source === data.source && message === data.message && file === data.file && line === data.line,
  );
  if (!run || isKnown || troubles.length >= MAX_TROUBLES) return [];
  return inRun(run.run, [{ type: 'PreviewTroubled', data }]);
}

function decideForDriver(state: ProjectState, command: DriverCommand): readonly Decided[] {
  if (command.type === 'AttachDriver') {
    return inRun(state.run?.run ?? 0, [{ type: 'DriverAttached', data: { epoch: state.epoch + 1 } }]);
  }
  // A paid answer is recorded whichever driver asked for it.
  const isPaid = command.type === 'RecordAnswer' || command.type === 'RecordCallFailure';
  if (command.epoch !== state.epoch && !isPaid) {
    throw new DriverSuperseded(state.projectId, command.epoch, state.epoch);
  }
  const { run } = state;
  if (command.run !== run?.run) return [];

  switch (command.type) {
    case 'CompleteStage':
      if (run.stages[command.stage] !== 'running') return [];
      return inRun(run.run, completeStage(run, command.stage, command.output));
    case 'FailStage':
      return run.stages[command.stage] === 'running' ? inRun(run.run, failStage(run, command)) : [];
    case 'RestartStage':
      return restartStage(run, command.stage);
    case 'RecordFiles':
      return inRun(run.run, recordFiles(state, command));
    case 'RecordAsset': {
      const { asset, kind, origin } = command;
      const isThere = state.files[asset.path]?.sha256 === asset.sha256;
      return isThere ? [] : inRun(run.run, [{ type: 'AssetAdded', data: { ...asset, kind, origin } }]);
    }
    case 'RecordAnswer':
      return inRun(run.run, recordAnswer(run, command));
    case 'RecordCallFailure': {
      const { code, reason } = command;
      return inRun(run.run, [{ type: 'ModelCallFailed', data: { ...command.call, code, reason } }]);
    }
    case 'RecordEstimate':
      return run.isEstimated ? [] : inRun(run.run, [{ type: 'RunEstimated', data: command.estimate }]);
    case 'RecordBudgetReached': {
      const { scope, spentUsd, budgetUsd } = command;
      const data = { scope, spent_usd: spentUsd, budget_usd: budgetUsd };
      return run.isBudgetReached ? [] : inRun(run.run, [{ type: 'BudgetReached', data }]);
    }
    case 'PublishPreview':
      return run.isPreviewPublished ? [] : inRun(run.run, [{ type: 'PreviewPublished', data: { urls: command.urls } }]);
    case 'RecordSite': {
      const { label, url, files } = command;
      return state.isShareRequested ? inRun(run.run, [{ type: 'SiteExported', data: { label, url, files } }]) : [];
    }
    case 'FailShare': {
      const { code, reason } = command;
      return state.isShareRequested ? inRun(run.run, [{ type: 'ShareFailed', data: { code, reason } }]) : [];
    }
    case 'FinishCancel':
      return run.status === 'active' && run.isCancelRequested
        ? inRun(run.run, [{ type: 'RunCancelled', data: {} }])
        : [];
    default:
      return command satisfies never;
  }
}

function completeStage(
  run: RunState,
  stage: Stage,
  output: Extract<GenerationEvent, { type: 'StageSucceeded' }>['data']['output'],
): readonly GenerationEvent[] {
  const succeeded: GenerationEvent = { type: 'StageSucceeded', data: { stage, output } };
  // A run that is being cancelled ends as cancelled: nothing more begins, and it does not complete.
  if (run.status !== 'active' || run.isCancelRequested) return [succeeded];
  const due = dueStages({ ...run.stages, [stage]: 'succeeded' });
  return [succeeded, ...startOf(due), ...(due.includes('complete') ? completeRun(run) : [])];
}

/** Only stages that would really run (see `pendingWork`): after completion, only background stages. */
function restartStage(run: RunState, stage: Stage): readonly Decided[] {
  const goesOn = run.status === 'active' ? !run.isCancelRequested : isBackgroundOf(run, stage);
  return run.stages[stage] === 'waiting' && goesOn ? inRun(run.run, startOf([stage])) : [];
}

function isBackgroundOf(run: RunState, stage: Stage): boolean {
  return run.status === 'complete' && STAGE_RULES[stage].isBackground === true;
}

function completeRun(run: RunState): readonly GenerationEvent[] {
  return [
    { type: 'StageSucceeded', data: { stage: 'complete', output: {} } },
    { type: 'RunCompleted', data: { app_name: run.plan?.name ?? 'App', cost_usd: totalCostUsd(run.meter) } },
  ];
}

function failStage(run: RunState, { stage, code, reason }: FailStage): readonly GenerationEvent[] {
  if (run.isCancelRequested) return [];
  const failures = (run.failures[stage] ?? 0) + 1;
  const waitMs = retryInMs(failures, code);
  const data = { stage, code, reason, retryable: isRetryable(code) };
  if (waitMs !== undefined) return [{ type: 'StageFailed', data: { ...data, retry_in_ms: waitMs } }];
  const failed: GenerationEvent = { type: 'StageFailed', data };
  if (STAGE_RULES[stage].isBackground || run.status !== 'active') return [failed];
  const tries = failures >= MAX_ATTEMPTS ? ` (tried ${failures} times)` : '';
  return [failed, { type: 'RunFailed', data: { ...data, reason: reason + tries } }];
}

/** Recorded whatever has happened to the run meanwhile: the answer is paid for. */
function recordAnswer(run: RunState, command: RecordAnswer): readonly GenerationEvent[] {
  const { call, usage, answerSha256, durationMs, note } = command;
  if (answerKey(call) in run.answers) return [];
  const more = { ...(durationMs !== undefined && { duration_ms: durationMs }), ...(note !== undefined && { note }) };
  return [{ type: 'ModelAnswered', data: { ...call, usage, answer_sha256: answerSha256, ...more } }];
}

function inRun(run: number, events: readonly GenerationEvent[]): readonly Decided[] {
  return events.map((event) => ({ ...event, run }));
}
