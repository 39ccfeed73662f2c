import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Past } from '../../editing/past.js';
import { BlobStore } from '../../event-store/blob-store.port.js';
import { personOf } from '../../generation/people-edits.js';
import { newProjectId, PROJECT_ID_BYTES, projectId } from '../../contract/project-id.js';
import { ApiOptions } from '../api-options.js';
import { ApiFailures } from '../errors/api-failures.js';
import { websocketUrl } from '../generate/websocket-url.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { diffFiles, fileDiff } from './file-diff.js';

const seq = z.int('must be a whole number').min(1, 'must be 1 or more');
const seqInQuery = z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more');

const versionsBody = z.object({
  versions: z.array(
    z.object({
      kind: z.enum(['run', 'revision', 'fork', 'edit', 'restore']),
      seq: z.int().describe('The moment to look at, restore or fork.'),
      first_seq: z.int(),
      run: z.int(),
      title: z.string().nullable().describe('The prompt or the instruction; null for edits and restores.'),
      authors: z.array(z.string()),
      at: z.iso.datetime(),
      ended_at: z.iso.datetime(),
      files: z.array(z.string()),
      to_seq: z.int().nullable(),
    }),
  ),
  past_preview_url: z
    .string()
    .describe(
      'Where the app runs as it was after any event: `{seq}` stands for the moment. It is rebuilt when somebody looks.',
    ),
});

const diffQuery = z.object({ from: seqInQuery, to: seqInQuery.optional().describe('Absent: now.') });
const diffBody = z.object({ from: z.int(), to: z.int(), files: z.array(fileDiff) });

const userId = z.string('must be a text').trim().min(1, 'must not be empty').max(200, 'is too long');

const restoreRequest = z.object({
  to_seq: seq.describe('The files become again what they were after this event.'),
  user_id: userId.optional().describe('Who goes back; absent: nobody’s name.'),
});
const restoreBody = z.object({ project_id: z.string(), seq: z.int(), files: z.int() });

const forkRequest = z
  .object({
    at_seq: seq.optional().describe('The moment to go on from; absent: now.'),
    project_id: projectId.optional().describe('Of the new project; absent: chosen by the service.'),
    user_id: userId.optional(),
  })
  .nullish();
const forkBody = z.object({
  project_id: z.string(),
  from: z.object({ project_id: z.string(), seq: z.int() }),
  message: z.string(),
  websocket_url: z.string(),
});

@ApiTags('history')
@Controller('api/v1/projects/:project_id')
export class HistoryController {
  constructor(
    private readonly past: Past,
    private readonly blobs: BlobStore,
    @Inject(ApiOptions) private readonly options: Pick<ApiOptions, 'pastPreviewUrl'>,
  ) {}

  @Get('versions')
  @ApiOperation({
    summary: 'What became of the project: each run, editing session and restore is one entry, newest first',
  })
  @ApiOkResponse({ description: 'The history.', standardSchema: versionsBody })
  @ApiFailures(400, 404)
  async listVersions(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
  ): Promise<z.infer<typeof versionsBody>> {
    const versions = await this.past.versions(project_id);
    return {
      versions: versions.toReversed().map(({ authors, files, ...version }) => ({
        ...version,
        authors: [...authors],
        files: [...files],
      })),
      past_preview_url: this.options.pastPreviewUrl(project_id),
    };
  }

  @Get('diff')
  @ApiOperation({ summary: 'What differs between two moments, file by file' })
  @ApiOkResponse({ description: 'A unified diff a file.', standardSchema: diffBody })
  @ApiFailures(400, 404)
  async diff(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Query({ schema: diffQuery }) { from, to }: z.infer<typeof diffQuery>,
  ): Promise<z.infer<typeof diffBody>> {
    const [before, after] = [await this.past.at(project_id, from), await this.past.at(project_id, to)];
    const files = await diffFiles(before.files, after.files, this.blobs);
    return { from: before.seq, to: after.seq, files: [...files] };
  }

  @Post('restore')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Makes the files again what they were',
    description: 'By new events: nothing is lost, and a restore can be taken back by another.',
  })
  @ApiOkResponse({ description: 'The head after it, and how many files the project has.', standardSchema: restoreBody })
  @ApiFailures(400, 403, 404, 409)
  async restore(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: restoreRequest }) { to_seq, user_id }: z.infer<typeof restoreRequest>,
  ): Promise<z.infer<typeof restoreBody>> {
    const state = await this.past.restore(project_id, to_seq, personOf(user_id));
    return { project_id, seq: state.seq, files: Object.keys(state.files).length };
  }

  @Post('fork')
  @ApiOperation({ summary: 'Begins a new project that goes on from a moment of this one' })
  @ApiCreatedResponse({ description: 'The new project; its preview is being prepared.', standardSchema: forkBody })
  @ApiFailures(400, 403, 404, 409)
  async fork(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: forkRequest }) body: z.infer<typeof forkRequest>,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof forkBody>> {
    const forkId = body?.project_id ?? newProjectId(randomBytes(PROJECT_ID_BYTES));
    const from = await this.past.fork(project_id, body?.at_seq, forkId, body?.user_id);
    return {
      project_id: forkId,
      from,
      message: `Goes on from ${project_id} as it was after event ${from.seq}.`,
      websocket_url: websocketUrl(request, forkId),
    };
  }
}
