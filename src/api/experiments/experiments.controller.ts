import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { findTheme, UnknownTemplate } from '../../blueprint/themes.js';
import {
  type ArmRequest,
  ballotBody,
  experimentBody,
  experimentListBody,
  type ExperimentRequest,
  experimentRequest,
  startedBody,
  type VoteRequest,
  voteRequest,
} from '../../contract/experiments.js';
import { newExperimentId, newProjectId, PROJECT_ID_BYTES } from '../../contract/project-id.js';
import type { Arm } from '../../experiments/experiment-events.js';
import { Experiments } from '../../experiments/experiments.js';
import { personOf } from '../../generation/people-edits.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { ballotQuery, experimentParams, type ExperimentParams, experimentsQuery } from './experiment-queries.js';
import { KnownArmModels } from './known-arm-models.js';
import { ExperimentResults } from './experiment-results.js';
import { toSummary } from './to-summary.js';

const LETTERS = 'abcdef';

@ApiTags('experiments')
@Controller('api/v1/experiments')
export class ExperimentsController {
  constructor(
    private readonly experiments: Experiments,
    private readonly results: ExperimentResults,
    private readonly models: KnownArmModels,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Compares 2 to 6 ways to request an app',
    description: 'Each run is a separate project. The arms take turns, one run at a time.',
  })
  @ApiCreatedResponse({
    description: 'The experiment was created; its first run begins at once.',
    standardSchema: startedBody,
  })
  @ApiFailures(400, 403, 413, 415, 422)
  async startExperiment(
    @Body({ schema: experimentRequest }) { name, arms: asked, runs_per_arm, user_id }: ExperimentRequest,
  ): Promise<z.infer<typeof startedBody>> {
    const id = newExperimentId(randomBytes(PROJECT_ID_BYTES));
    const arms = asked.map((arm, index) => ({
      ...recipeOf(arm),
      arm: LETTERS.charAt(index),
      projects: ids(runs_per_arm),
    }));
    await this.models.check(asked);
    const command = { type: 'StartExperiment', name, arms, userId: user_id } as const;
    await this.experiments.handle(id, command, personOf(user_id));
    return { experiment_id: id, arms: arms.map(({ arm, projects }) => ({ arm, projects: [...projects] })) };
  }

  @Get()
  @ApiOperation({ summary: 'All experiments, newest first' })
  @ApiOkResponse({ description: 'A page of experiments.', standardSchema: experimentListBody })
  @ApiFailures(400)
  async listExperiments(
    @Query({ schema: experimentsQuery }) { limit, cursor }: z.infer<typeof experimentsQuery>,
  ): Promise<z.infer<typeof experimentListBody>> {
    const found = await this.experiments.list(limit + 1, cursor);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next_cursor = last && found.length > limit ? String(last.position) : null;
    return { experiments: page.map(({ experiment }) => toSummary(experiment)), next_cursor };
  }

  @Get(':experiment_id')
  @ApiOperation({ summary: 'An experiment with its runs, what they took, and the votes' })
  @ApiOkResponse({ description: 'As it is now.', standardSchema: experimentBody })
  @ApiFailures(400, 404)
  async getExperiment(
    @Param({ schema: experimentParams }) { experiment_id }: ExperimentParams,
  ): Promise<z.infer<typeof experimentBody>> {
    return this.results.of(await this.experiments.get(experiment_id));
  }

  @Get(':experiment_id/ballot')
  @ApiOperation({
    summary: 'What a person votes on, without anything that identifies the arms',
    description: 'In a random order that stays the same for each person.',
  })
  @ApiOkResponse({ description: 'The ballot.', standardSchema: ballotBody })
  @ApiFailures(400, 404)
  async getBallot(
    @Param({ schema: experimentParams }) { experiment_id }: ExperimentParams,
    @Query({ schema: ballotQuery }) { user_id }: z.infer<typeof ballotQuery>,
  ): Promise<z.infer<typeof ballotBody>> {
    return this.results.ballot(await this.experiments.get(experiment_id), user_id);
  }

  @Post(':experiment_id/votes')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Votes for an arm',
    description: 'Each person has one vote: a second vote replaces the first.',
  })
  @ApiNoContentResponse({ description: 'The vote was counted.' })
  @ApiFailures(400, 403, 404, 415, 422)
  async vote(
    @Param({ schema: experimentParams }) { experiment_id }: ExperimentParams,
    @Body({ schema: voteRequest }) { arm, user_id }: VoteRequest,
  ): Promise<void> {
    await this.experiments.handle(experiment_id, { type: 'CastVote', arm, userId: user_id }, personOf(user_id));
  }

  @Post(':experiment_id/suspend')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Suspends the experiment: no further run begins',
    description: 'The active run continues to its end.',
  })
  @ApiNoContentResponse({ description: 'It is suspended.' })
  @ApiFailures(400, 403, 404, 409)
  async suspendExperiment(@Param({ schema: experimentParams }) { experiment_id }: ExperimentParams): Promise<void> {
    await this.experiments.handle(experiment_id, { type: 'SuspendExperiment' }, ANONYMOUS);
  }

  @Post(':experiment_id/resume')
  @HttpCode(204)
  @ApiOperation({ summary: 'Resumes the experiment: the next run begins' })
  @ApiNoContentResponse({ description: 'It is running.' })
  @ApiFailures(400, 403, 404, 409)
  async resumeExperiment(@Param({ schema: experimentParams }) { experiment_id }: ExperimentParams): Promise<void> {
    await this.experiments.handle(experiment_id, { type: 'ResumeExperiment' }, ANONYMOUS);
  }

  @Post(':experiment_id/cancel')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Cancels the experiment and its active run',
    description: 'Measures taken so far are kept.',
  })
  @ApiNoContentResponse({ description: 'It is cancelled.' })
  @ApiFailures(400, 403, 404, 409)
  async cancelExperiment(@Param({ schema: experimentParams }) { experiment_id }: ExperimentParams): Promise<void> {
    await this.experiments.handle(experiment_id, { type: 'CancelExperiment' }, ANONYMOUS);
  }
}

function recipeOf({ prompt, template_id, model, seed }: ArmRequest): Omit<Arm, 'arm' | 'projects'> {
  if (typeof template_id === 'string' && !findTheme(template_id)) throw new UnknownTemplate(template_id);
  return {
    prompt,
    ...(typeof template_id === 'string' && { template_id }),
    ...(typeof model === 'string' && { model }),
    ...(typeof seed === 'number' && { seed }),
  };
}

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, () => newProjectId(randomBytes(PROJECT_ID_BYTES)));
}
