import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { startRequest } from '../../contract/requests.js';
import { RunEstimator } from '../../estimating/run-estimator.js';
import { ApiFailures } from '../errors/api-failures.js';
import { estimateBody } from '../../contract/run.js';

const { model } = startRequest.shape.options.unwrap().unwrap().shape;

const estimateRequest = startRequest.pick({ prompt: true }).extend({ model });

const answer = z.object({
  estimate: estimateBody
    .nullable()
    .describe('Null: no model is set up, the blueprint writes, and nothing is paid for.'),
});

@ApiTags('generate')
@Controller('api/v1/estimate')
export class EstimateController {
  constructor(private readonly estimator: RunEstimator) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a run would take: tokens, cost and time, as ranges. Nothing is started or asked' })
  @ApiOkResponse({ description: 'The estimate.', standardSchema: answer })
  @ApiFailures(400)
  async estimate(
    @Body({ schema: estimateRequest }) { prompt, model: wanted }: z.infer<typeof estimateRequest>,
  ): Promise<z.infer<typeof answer>> {
    return { estimate: (await this.estimator.estimate(prompt, wanted)) ?? null };
  }
}
