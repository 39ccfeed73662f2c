import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type FileList, fileListBody, type WrittenBody, writtenBody } from '../../contract/files.js';
import { type RenameRequest, renameRequest } from '../../contract/project-requests.js';
import { ProjectFiles, type Written } from '../../editing/project-files.js';
import { BlobStore } from '../../event-store/blob-store.port.js';
import { FileChanged, FileNotFound } from '../../generation/errors.js';
import { personOf } from '../../generation/people-edits.js';
import { atQuery } from '../at-query.js';
import { ApiFailures } from '../errors/api-failures.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { whoQuery } from '../who-query.js';
import { contentType } from './content-type.js';
import { FileHistory } from './file-history.js';
import { FilePath } from './file-path.js';
import { writeCondition } from './write-condition.js';

const CONDITION = {
  description:
    'The version that the change is based on: `If-Match: "<sha256>"`, `If-Match: *` for any, or `If-None-Match: *` for a new file. ' +
    '412, with the newest version, if that is a different one; 428 if the condition is missing.',
};

@ApiTags('files')
@Controller('api/v1/projects/:project_id')
export class FilesController {
  constructor(
    private readonly files: ProjectFiles,
    private readonly history: FileHistory,
    private readonly blobs: BlobStore,
  ) {}

  @Get('files')
  @ApiOperation({ summary: 'The newest version of each file, or each file as it was' })
  @ApiOkResponse({ description: 'By path.', standardSchema: fileListBody })
  @ApiFailures(400, 404)
  async listFiles(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Query({ schema: atQuery }) { at }: z.infer<typeof atQuery>,
  ): Promise<FileList> {
    const rows = await this.history.filesOf(project_id, at);
    return { files: rows.map(({ project_id: _same, ...file }) => file) };
  }

  @Get('files/*')
  @ApiOperation({ summary: 'The content of a file, now or as it was' })
  @ApiParam({
    name: 'path',
    description: 'As in the list of files; slashes are not encoded.',
    schema: { type: 'string' },
  })
  @ApiOkResponse({
    description: 'Its bytes; the content type depends on the name.',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 304, description: 'The version named by If-None-Match is the newest.' })
  @ApiFailures(400, 404)
  async readFile(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @FilePath() path: string,
    @Query({ schema: atQuery }) { at }: z.infer<typeof atQuery>,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // The path is only ever compared with recorded ones: nothing here reads a disk.
    const file = await this.history.find(project_id, path, at);
    if (!file) throw new FileNotFound(project_id, path);
    if (known === etagOf(file.sha256)) {
      void reply.code(304).headers(headersOf(file.sha256)).send();
      return;
    }
    const [content] = await this.blobs.get([file.sha256]);
    void reply.headers(headersOf(file.sha256)).type(contentType(file.path)).send(content);
  }

  @Put('files/*')
  @ApiOperation({ summary: 'Writes a file: the body is its content, as it is', ...CONDITION })
  @ApiParam({ name: 'path', schema: { type: 'string' } })
  @ApiBody({ description: 'The content.', schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ description: 'The version that is now the newest.', standardSchema: writtenBody })
  @ApiResponse({ status: 201, description: 'The file is new.' })
  @ApiFailures(400, 403, 404, 412, 413, 422, 428)
  async writeFile(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @FilePath() path: string,
    @Query({ schema: whoQuery }) { user_id }: z.infer<typeof whoQuery>,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Body() body: Buffer | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenBody> {
    const condition = writeCondition(ifMatch, ifNoneMatch);
    const content = body ?? Buffer.alloc(0);
    const written = await this.tellingNewest(reply, () =>
      this.files.write(project_id, { path, content }, condition, personOf(user_id)),
    );
    return answerWith(reply, written);
  }

  @Delete('files/*')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a file; earlier versions stay readable with `?at=`', ...CONDITION })
  @ApiParam({ name: 'path', schema: { type: 'string' } })
  @ApiResponse({ status: 204, description: 'The file was deleted.' })
  @ApiFailures(400, 403, 404, 412, 428)
  async deleteFile(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @FilePath() path: string,
    @Query({ schema: whoQuery }) { user_id }: z.infer<typeof whoQuery>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const condition = writeCondition(ifMatch, undefined);
    await this.tellingNewest(reply, () => this.files.remove(project_id, path, condition, personOf(user_id)));
  }

  @Post('renames')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Renames a file',
    description: 'Its content stays as it is: imports of it are not rewritten.',
  })
  @ApiOkResponse({ description: 'The file under its new path.', standardSchema: writtenBody })
  @ApiFailures(400, 403, 404, 412, 422)
  async renameFile(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Query({ schema: whoQuery }) { user_id }: z.infer<typeof whoQuery>,
    @Body({ schema: renameRequest }) { from, to }: RenameRequest,
  ): Promise<WrittenBody> {
    const { file } = await this.files.rename(project_id, from, to, personOf(user_id));
    return file;
  }

  /** A refused write's answer names the newest version in its ETag too. */
  private async tellingNewest<Result>(reply: FastifyReply, write: () => Promise<Result>): Promise<Result> {
    try {
      return await write();
    } catch (error) {
      if (error instanceof FileChanged && error.sha256 !== null) void reply.header('etag', etagOf(error.sha256));
      throw error;
    }
  }
}

function answerWith(reply: FastifyReply, { file, isNew }: Written): WrittenBody {
  void reply.code(isNew ? 201 : 200).header('etag', etagOf(file.sha256));
  return file;
}

function etagOf(sha256: string): string {
  return `"${sha256}"`;
}

function headersOf(sha256: string): Record<string, string> {
  return {
    etag: etagOf(sha256),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    // A generated SVG opened by itself must not act as a page of this origin.
    'content-security-policy': "sandbox; default-src 'none'",
  };
}
