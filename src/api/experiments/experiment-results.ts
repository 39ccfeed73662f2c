import { Injectable } from '@nestjs/common';
import type { Ballot, Experiment, RunOfArm } from '../../contract/experiments.js';
import { readProject } from '../../commands/read-project.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { ballotOrder } from '../../experiments/ballot-order.js';
import type { Arm } from '../../experiments/experiment-events.js';
import type { ExperimentState } from '../../experiments/experiment-state.js';
import { shareOf, summaryOf } from '../../experiments/intervals.js';
import { toSummary } from './to-summary.js';

const NOT_MEASURED = {
  time_to_preview_ms: null,
  time_to_complete_ms: null,
  cost_usd: null,
  errors: null,
  repairs: null,
};

/** The state of an experiment, from its own stream and those of its projects. */
@Injectable()
export class ExperimentResults {
  constructor(private readonly store: EventStore) {}

  async of(experiment: ExperimentState): Promise<Experiment> {
    const arms = experiment.arms.map((arm) => this.resultsOf(arm, experiment));
    return { ...toSummary(experiment), arms: await Promise.all(arms) };
  }

  /** Each arm's first complete run: in the same way for everybody, and in this person's order. */
  async ballot(experiment: ExperimentState, userId: string): Promise<Ballot> {
    const { id, name, arms, ended, votes } = experiment;
    const shown = arms.flatMap(({ arm, projects }) => {
      const project = projects.find((projectId) => ended[projectId]?.status === 'complete');
      return project === undefined ? [] : [[arm, project] as const];
    });
    const projectOf = new Map(shown);
    const order = ballotOrder(id, userId, [...projectOf.keys()]);
    const choices = order.map(async (arm) => {
      const project_id = projectOf.get(arm) ?? '';
      return { arm, project_id, preview_url: (await this.run(project_id, experiment)).preview_url };
    });
    return { experiment_id: id, name, choices: await Promise.all(choices), vote: votes[userId] ?? null };
  }

  private async resultsOf(
    { arm, prompt, template_id, model, seed, projects }: Arm,
    experiment: ExperimentState,
  ): Promise<Experiment['arms'][number]> {
    const runs = await Promise.all(projects.map((projectId) => this.run(projectId, experiment)));
    const count = Object.values(experiment.votes).filter((voted) => voted === arm).length;
    const votes = { count, ...shareOf(count, Object.keys(experiment.votes).length) };
    const recipe = { prompt, template_id: template_id ?? null, model: model ?? null, seed: seed ?? null };
    return { arm, ...recipe, runs, measures: measuresOf(runs), votes };
  }

  private async run(projectId: string, { ended }: ExperimentState): Promise<RunOfArm> {
    const { run, unedited, isDeleted } = await readProject(this.store, projectId);
    const end = ended[projectId];
    const now = run ? 'running' : 'waiting';
    return {
      project_id: projectId,
      status: isDeleted ? 'deleted' : (end?.status ?? now),
      preview_url: run?.isPreviewPublished ? (run.urls?.web ?? null) : null,
      ...(end?.measures ?? NOT_MEASURED),
      edits_kept: Object.keys(unedited).length,
    };
  }
}

/** Of the runs that have ended; those that failed count with what they took. */
function measuresOf(runs: readonly RunOfArm[]) {
  const of = (measure: Exclude<keyof RunOfArm, 'project_id' | 'status' | 'preview_url'>) =>
    summaryOf(runs.filter(({ errors }) => errors !== null).map((run) => run[measure]));
  return {
    time_to_preview_ms: of('time_to_preview_ms'),
    time_to_complete_ms: of('time_to_complete_ms'),
    cost_usd: of('cost_usd'),
    errors: of('errors'),
    repairs: of('repairs'),
    edits_kept: of('edits_kept'),
  };
}
