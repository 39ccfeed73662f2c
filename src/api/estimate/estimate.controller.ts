import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { estimateRequest, type EstimateRequest } from '../../contract/project-requests.js';
import { estimateAnswer, type EstimateAnswer } from '../../contract/run.js';
import { RunEstimator } from '../../estimating/run-estimator.js';
import { ApiFailures } from '../errors/api-failures.js';

@ApiTags('generate')
@Controller('api/v1/estimate')
export class EstimateController {
  constructor(private readonly estimator: RunEstimator) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a run would take: tokens, cost and time, as ranges. Nothing is started or asked' })
  @ApiOkResponse({ description: 'The estimate.', standardSchema: estimateAnswer })
  @ApiFailures(400)
  async estimate(
    @Body({ schema: estimateRequest }) { prompt, model: wanted }: EstimateRequest,
  ): Promise<EstimateAnswer> {
    return { estimate: (await this.estimator.estimate(prompt, wanted)) ?? null };
  }
}
