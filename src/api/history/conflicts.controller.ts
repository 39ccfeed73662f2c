import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Conflicts as ConflictsBody, conflictsBody, type Resolved, resolvedBody } from '../../contract/history.js';
import { projectId } from '../../contract/project-id-field.js';
import { type ResolveRequest, resolveRequest } from '../../contract/project-requests.js';
import { Conflicts } from '../../editing/conflicts.js';
import { personOf } from '../../generation/people-edits.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';

const conflictParams = z.object({
  project_id: projectId,
  conflict: z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more'),
});

@ApiTags('files')
@Controller('api/v1/projects/:project_id/conflicts')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get()
  @ApiOperation({
    summary: 'Conflicts: a model and people changed the same lines; the people’s are used, the model’s are kept',
  })
  @ApiOkResponse({ description: 'The open ones, oldest first.', standardSchema: conflictsBody })
  @ApiFailures(400, 404)
  async listConflicts(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<ConflictsBody> {
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
  @ApiOperation({ summary: 'Takes the other version, or keeps the current one' })
  @ApiOkResponse({ description: 'The conflict is resolved.', standardSchema: resolvedBody })
  @ApiFailures(400, 403, 404, 422)
  async resolveConflict(
    @Param({ schema: conflictParams }) { project_id, conflict }: z.infer<typeof conflictParams>,
    @Body({ schema: resolveRequest }) { take, user_id }: ResolveRequest,
  ): Promise<Resolved> {
    const person = personOf(user_id);
    if (take) return { problems: [...(await this.conflicts.take(project_id, conflict, person))] };
    await this.conflicts.keep(project_id, conflict, person);
    return { problems: [] };
  }
}
