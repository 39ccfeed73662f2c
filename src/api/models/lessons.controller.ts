import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ModelLesson } from '../../event-store/generated/client.js';
import { KeptLessons } from '../../models/kept-lessons.js';
import { ApiFailures } from '../errors/api-failures.js';

const lessonsQuery = z.object({
  base_url: z.string().optional().describe('Those of this server alone.'),
  model: z.string().optional().describe('Those of this model alone.'),
});

type LessonsQuery = z.infer<typeof lessonsQuery>;

const lessonsBody = z.object({
  lessons: z.array(
    z.object({
      base_url: z.string(),
      model: z.string(),
      trait: z
        .string()
        .describe(
          'What the server has refused: limit_parameter, system_role, schema, stream_options, store, context_tokens, output_tokens, input_ratio.',
        ),
      value: z.string().describe('What is done instead: `left out`, the other parameter’s name, or the most it takes.'),
      said: z.string().describe('The server’s own words.'),
      until: z.iso.datetime().nullable().describe('Past it the lesson counts no more; null: until it is forgotten.'),
      learnt_at: z.iso.datetime(),
    }),
  ),
});

const forgottenBody = z.object({ forgotten: z.int() });

@ApiTags('models')
@Controller('api/v1/models/lessons')
export class LessonsController {
  constructor(private readonly lessons: KeptLessons) {}

  @Get()
  @ApiOperation({ summary: 'What the servers of models have refused once, and are asked for no more' })
  @ApiOkResponse({ description: 'By server, model and trait.', standardSchema: lessonsBody })
  @ApiFailures(400, 403)
  async listLessons(
    @Query({ schema: lessonsQuery }) { base_url, model }: LessonsQuery,
  ): Promise<z.infer<typeof lessonsBody>> {
    const rows = await this.lessons.all({ baseUrl: base_url, model });
    return { lessons: rows.map(toBody) };
  }

  @Delete()
  @ApiOperation({ summary: 'Forgets lessons, such as after an update of a server: it is asked for everything again' })
  @ApiOkResponse({ description: 'How many are forgotten.', standardSchema: forgottenBody })
  @ApiFailures(400, 403)
  async forgetLessons(
    @Query({ schema: lessonsQuery }) { base_url, model }: LessonsQuery,
  ): Promise<z.infer<typeof forgottenBody>> {
    return { forgotten: await this.lessons.forget({ baseUrl: base_url, model }) };
  }
}

function toBody({ baseUrl, model, trait, value, said, until, learntAt }: ModelLesson) {
  return {
    base_url: baseUrl,
    model,
    trait,
    value,
    said,
    until: until?.toISOString() ?? null,
    learnt_at: learntAt.toISOString(),
  };
}
