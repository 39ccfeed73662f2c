import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isProjectId } from '../../contract/project-id.js';
import { Database } from '../../event-store/database.js';
import { ProjectGone } from '../../generation/errors.js';

/** For all routes of a project: a deleted one is gone, whatever views and caches still hold. */
@Injectable()
export class DeletedProjectsGuard implements CanActivate {
  constructor(private readonly database: Database) {}

  /** @throws ProjectGone */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const { params } = context
      .switchToHttp()
      .getRequest<FastifyRequest<{ Params: { readonly project_id?: string } }>>();
    const id = params.project_id;
    if (id !== undefined && isProjectId(id) && (await this.isDeleted(id))) throw new ProjectGone(id);
    return true;
  }

  private async isDeleted(projectId: string): Promise<boolean> {
    const { rows } = await this.database.pool.query({
      name: 'project-deleted',
      text: `select 1 from event where project_id = $1 and type = 'ProjectDeleted'`,
      values: [projectId],
    });
    return rows.length > 0;
  }
}
