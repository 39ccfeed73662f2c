import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { BlobStore } from '../../event-store/blob-store.port.js';
import type { FileRow } from '../../projections/files/fold.js';
import { FilesView } from '../../projections/files/files-view.js';
import { Projections } from '../../projections/projections.js';
import { ApiFailures } from '../errors/api-failures.js';
import { FileNotFound } from '../errors/errors.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { ProjectReader } from '../project-reader.js';
import { contentType } from './content-type.js';
import { FilePath } from './file-path.js';

const fileListBody = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      author: z.string(),
      run: z.int(),
      seq: z.int().describe('The event that wrote this version.'),
      updated_at: z.iso.datetime(),
    }),
  ),
});

@ApiTags('files')
@Controller('api/v1/projects/:project_id/files')
export class FilesController {
  constructor(
    private readonly projects: ProjectReader,
    private readonly projections: Projections,
    private readonly files: FilesView,
    private readonly blobs: BlobStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The newest version of each file' })
  @ApiOkResponse({ description: 'By path.', standardSchema: fileListBody })
  @ApiFailures(400, 404)
  async listFiles(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
  ): Promise<z.infer<typeof fileListBody>> {
    await this.catchUp(project_id);
    const rows = await this.files.filesOf(project_id);
    return { files: rows.map(({ project_id: _same, ...file }) => file) };
  }

  @Get('*')
  @ApiOperation({ summary: 'The content of a file' })
  @ApiParam({ name: 'path', description: 'As in the list of files; slashes stay slashes.', schema: { type: 'string' } })
  @ApiOkResponse({
    description: 'Its bytes; the type follows the name.',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 304, description: 'The version named by If-None-Match is the newest.' })
  @ApiFailures(400, 404)
  async readFile(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @FilePath() path: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.find(project_id, path);
    if (known === etagOf(file)) {
      void reply.code(304).headers(headersOf(file)).send();
      return;
    }
    const [content] = await this.blobs.get([file.sha256]);
    void reply.headers(headersOf(file)).type(contentType(file.path)).send(content);
  }

  /** The path is only ever compared with recorded ones: nothing here reads a disk. */
  private async find(projectId: string, path: string): Promise<FileRow> {
    await this.catchUp(projectId);
    const file = await this.files.find(projectId, path);
    if (!file) throw new FileNotFound(projectId, path);
    return file;
  }

  private async catchUp(projectId: string): Promise<void> {
    const { seq } = await this.projects.status(projectId);
    await this.projections.caughtUpStream('files', projectId, seq);
  }
}

function etagOf({ sha256 }: FileRow): string {
  return `"${sha256}"`;
}

function headersOf(file: FileRow): Record<string, string> {
  return {
    etag: etagOf(file),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    // A generated SVG opened by itself must not act as a page of this origin.
    'content-security-policy': "sandbox; default-src 'none'",
  };
}
