import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ProjectBody, projectBody, type ProjectList, projectListBody } from '../../contract/projects.js';
import { publicStatus } from '../../contract/run.js';
import { StatusView } from '../../projections/status/status-view.js';
import { ApiFailures } from '../errors/api-failures.js';
import { filterText, type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';
import { encodeCursor, projectCursor } from './project-cursor.js';
import { toProjectBody, toProjectSummary } from './to-project-body.js';

const listQuery = z.object({
  limit: z.coerce
    .number('must be a whole number from 1 to 100')
    .int('must be a whole number from 1 to 100')
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .default(20)
    .describe('The maximum number of projects in the answer.'),
  cursor: projectCursor.optional().describe('The `next_cursor` of the previous page; absent: the newest projects.'),
  status: publicStatus.optional().describe('Only projects with this status.'),
  user_id: filterText.optional().describe('Only projects whose current run this user started.'),
});

@ApiTags('projects')
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(
    private readonly view: StatusView,
    private readonly projects: ProjectReader,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All projects, newest first' })
  @ApiOkResponse({ description: 'A page of projects.', standardSchema: projectListBody })
  @ApiFailures(400)
  async listProjects(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<ProjectList> {
    const { limit, cursor: after, status, user_id: userId } = query;
    // One more than requested shows whether there is a next page.
    const found = await this.view.list({ limit: limit + 1, after, status, userId });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      projects: page.map(toProjectSummary),
      next_cursor:
        last && found.length > limit ? encodeCursor({ createdAt: last.created_at, projectId: last.project_id }) : null,
    };
  }

  @Get(':project_id')
  @ApiOperation({ summary: 'A project with its runs, screens and notes' })
  @ApiOkResponse({ description: 'The project.', standardSchema: projectBody })
  @ApiFailures(400, 404)
  async getProject(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<ProjectBody> {
    return toProjectBody(await this.projects.withRuns(project_id));
  }
}
