import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { readTold } from '../../commands/read-project.js';
import { type EventsBody, eventsBody } from '../../contract/projects.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { CursorInvalid, ProjectNotFound } from '../../generation/errors.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';

const eventsQuery = z.object({
  after: z.coerce
    .number('must be a whole number from 0')
    .int('must be a whole number from 0')
    .min(0, 'must be at least 0')
    .default(0)
    .describe('The last seq you have; 0 for all.'),
  limit: z.coerce
    .number('must be a whole number from 1 to 1000')
    .int('must be a whole number from 1 to 1000')
    .min(1, 'must be at least 1')
    .max(1000, 'must be at most 1000')
    .default(100)
    .describe('The maximum number of events in the answer.'),
});

@ApiTags('projects')
@Controller('api/v1/projects/:project_id/events')
export class EventsController {
  constructor(private readonly store: EventStore) {}

  @Get()
  @ApiOperation({ summary: 'The project’s log, page by page' })
  @ApiOkResponse({ description: 'A page of events.', standardSchema: eventsBody })
  @ApiFailures(400, 404)
  async listEvents(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Query({ schema: eventsQuery }) { after, limit }: z.infer<typeof eventsQuery>,
  ): Promise<EventsBody> {
    const head = await this.store.headSeq(project_id);
    if (head === 0) throw new ProjectNotFound(project_id);
    if (after > head) throw new CursorInvalid(project_id, after, head);

    const page = (await readTold(this.store, project_id, after, limit)).map(({ event, message }) => ({
      ...event,
      message,
    }));
    return {
      events: page.map(({ seq, run, type, at, actor, data, message }) => {
        return { seq, run, type, at, actor, data: { ...data }, message: { ...message } };
      }),
      next_after: page.at(-1)?.seq ?? after,
      head: Math.max(head, page.at(-1)?.seq ?? 0),
    };
  }
}
