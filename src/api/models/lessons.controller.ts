import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Forgotten, forgottenBody, type LessonBody, type Lessons, lessonsBody } from '../../contract/models.js';
import type { ModelLesson } from '../../event-store/generated/client.js';
import { KeptLessons } from '../../models/kept-lessons.js';
import { ApiFailures } from '../errors/api-failures.js';

const lessonsQuery = z.object({
  base_url: z.string().optional().describe('Only those of this server.'),
  model: z.string().optional().describe('Only those of this model.'),
});

type LessonsQuery = z.infer<typeof lessonsQuery>;

@ApiTags('models')
@Controller('api/v1/models/lessons')
export class LessonsController {
  constructor(private readonly lessons: KeptLessons) {}

  @Get()
  @ApiOperation({ summary: 'What model servers have refused, and is no longer sent to them' })
  @ApiOkResponse({ description: 'By server, model and trait.', standardSchema: lessonsBody })
  @ApiFailures(400, 403)
  async listLessons(@Query({ schema: lessonsQuery }) { base_url, model }: LessonsQuery): Promise<Lessons> {
    const rows = await this.lessons.all({ baseUrl: base_url, model });
    return { lessons: rows.map(toBody) };
  }

  @Delete()
  @ApiOperation({ summary: 'Forgets lessons, for example after an update of a server' })
  @ApiOkResponse({ description: 'How many were forgotten.', standardSchema: forgottenBody })
  @ApiFailures(400, 403)
  async forgetLessons(@Query({ schema: lessonsQuery }) { base_url, model }: LessonsQuery): Promise<Forgotten> {
    return { forgotten: await this.lessons.forget({ baseUrl: base_url, model }) };
  }
}

function toBody({ baseUrl, model, trait, value, said, until, learntAt }: ModelLesson): LessonBody {
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
