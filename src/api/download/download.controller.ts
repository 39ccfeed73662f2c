import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ZipFile } from 'yazl';
import type { z } from 'zod';
import { Past } from '../../editing/past.js';
import { BlobStore } from '../../event-store/blob-store.port.js';
import type { ProjectState } from '../../generation/state.js';
import { ApiOptions } from '../api-options.js';
import { atQuery } from '../at-query.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { standaloneFiles } from './standalone-project.js';

/** The same moment is the same file, to the byte: its entries all have this time. */
const ENTRY_TIME = { mtime: new Date(1980, 0, 1), mode: 0o644 } as const;

@ApiTags('files')
@Controller('api/v1/projects/:project_id/download')
export class DownloadController {
  constructor(
    private readonly past: Past,
    private readonly blobs: BlobStore,
    private readonly options: ApiOptions,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The app as a standalone project, now or as it was',
    description: 'A ZIP that runs with `npm install && npx expo start`.',
  })
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @ApiFailures(400, 404)
  async download(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Query({ schema: atQuery }) { at }: z.infer<typeof atQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const state = await this.past.at(project_id, at);
    const zip = new ZipFile();
    void reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${project_id}-${state.seq}.zip"`)
      .header('cache-control', 'no-cache')
      .send(zip.outputStream);
    this.fill(zip, state).catch((error: unknown) => {
      // Half a ZIP must not look like a whole one.
      reply.raw.destroy(error instanceof Error ? error : undefined);
    });
  }

  /** One file after the other: a project need not fit into memory. */
  private async fill(zip: ZipFile, state: ProjectState): Promise<void> {
    for (const { path, content } of standaloneFiles(state, this.options.kit)) {
      zip.addBuffer(Buffer.from(content), path, ENTRY_TIME);
    }
    for (const { path, sha256 } of Object.values(state.files).toSorted(byPath)) {
      const [content = Buffer.alloc(0)] = await this.blobs.get([sha256]);
      zip.addBuffer(content, path, ENTRY_TIME);
    }
    zip.end();
  }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : 1;
}
