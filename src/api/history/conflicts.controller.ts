import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Conflicts } from '../../editing/conflicts.js';
import { ANONYMOUS } from '../anonymous.js';
import { ApiFailures } from '../errors/api-failures.js';
import { projectId } from '../../contract/project-id.js';
import { type ProjectParams, projectParams } from '../project-params.js';

const conflictsBody = z.object({
  conflicts: z.array(
    z.object({
      seq: z.int().describe('Of the event that tells of it: what the conflict is named by.'),
      path: z.string(),
      author: z.string().describe('Who wrote the version that is kept beside.'),
      places: z.array(z.object({ from_line: z.int(), to_line: z.int() })).describe('Lines of `mine`, from 1.'),
      mine: z.string().describe('The file as it stayed.'),
      theirs: z.string().describe('The same with the other’s lines in their places.'),
    }),
  ),
});

const conflictParams = z.object({
  project_id: projectId,
  conflict: z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more'),
});

const resolveRequest = z.object({
  take: z.boolean('must be true to take the other’s lines, false to keep the person’s'),
});

const problem = z.object({ line: z.int(), column: z.int(), message: z.string(), source: z.enum(['gate', 'types']) });
const resolveBody = z.object({
  problems: z.array(problem).describe('Why the text cannot count in the file yet; empty where it does.'),
});

@ApiTags('files')
@Controller('api/v1/projects/:project_id/conflicts')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get()
  @ApiOperation({
    summary: 'Where a model and people changed the same lines: the people’s count, the model’s are kept',
  })
  @ApiOkResponse({ description: 'The open ones, oldest first.', standardSchema: conflictsBody })
  @ApiFailures(400, 404)
  async listConflicts(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
  ): Promise<z.infer<typeof conflictsBody>> {
    const open = await this.conflicts.list(project_id);
    return {
      conflicts: open.map(({ seq, path, author, places, mine, theirs }) => ({
        ...{ seq, path, author, mine, theirs },
        places: [...places],
      })),
    };
  }

  @Post(':conflict')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes the version that was kept beside, or keeps the one that counts' })
  @ApiOkResponse({ description: 'It is resolved.', standardSchema: resolveBody })
  @ApiFailures(400, 403, 404, 422)
  async resolveConflict(
    @Param({ schema: conflictParams }) { project_id, conflict }: z.infer<typeof conflictParams>,
    @Body({ schema: resolveRequest }) { take }: z.infer<typeof resolveRequest>,
  ): Promise<z.infer<typeof resolveBody>> {
    if (take) return { problems: [...(await this.conflicts.take(project_id, conflict, ANONYMOUS))] };
    await this.conflicts.keep(project_id, conflict, ANONYMOUS);
    return { problems: [] };
  }
}
