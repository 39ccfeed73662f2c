import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Optional, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Diff,
  diffBody,
  forkBody,
  type Forked,
  type MomentAddresses,
  momentBody,
  restoreBody,
  type Restored,
  type Versions,
  versionsBody,
} from '../../contract/history.js';
import { newProjectId, PROJECT_ID_BYTES } from '../../contract/project-id.js';
import { projectId } from '../../contract/project-id-field.js';
import { type ForkRequest, forkRequest, type RestoreRequest, restoreRequest } from '../../contract/project-requests.js';
import { Past } from '../../editing/past.js';
import { BlobStore } from '../../event-store/blob-store.port.js';
import { personOf } from '../../generation/people-edits.js';
import { ApiOptions } from '../api-options.js';
import { ApiFailures } from '../errors/api-failures.js';
import { websocketUrl } from '../generate/websocket-url.js';
import { type ProjectParams, projectParams } from '../project-params.js';
import { diffFiles } from './file-diff.js';
import { PastAddresses } from './past-addresses.port.js';

const seqInQuery = z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more');

const momentParams = z.object({ project_id: projectId, seq: seqInQuery });
const diffQuery = z.object({ from: seqInQuery, to: seqInQuery.optional().describe('Absent: now.') });

@ApiTags('history')
@Controller('api/v1/projects/:project_id')
export class HistoryController {
  constructor(
    private readonly past: Past,
    private readonly blobs: BlobStore,
    @Inject(ApiOptions) private readonly options: Pick<ApiOptions, 'pastPreviewUrl'>,
    @Optional() private readonly addresses?: PastAddresses,
  ) {}

  @Get('versions')
  @ApiOperation({
    summary: 'The project’s history: each run, editing session and restore is one entry, newest first',
  })
  @ApiOkResponse({ description: 'The history.', standardSchema: versionsBody })
  @ApiFailures(400, 404)
  async listVersions(@Param({ schema: projectParams }) { project_id }: ProjectParams): Promise<Versions> {
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

  @Get('versions/:seq/preview')
  @ApiOperation({
    summary: 'Every address at which the app runs as it was after an event',
    description: 'For browsers that do not resolve `*.localhost`, and for other devices.',
  })
  @ApiOkResponse({
    description: 'The addresses; the preview is rebuilt when somebody opens one.',
    standardSchema: momentBody,
  })
  @ApiFailures(400, 404)
  async pastPreview(
    @Param({ schema: momentParams }) { project_id, seq: moment }: z.infer<typeof momentParams>,
  ): Promise<MomentAddresses> {
    const { seq } = await this.past.at(project_id, moment);
    const web = this.options.pastPreviewUrl(project_id).replace('{seq}', String(seq));
    const urls = (await this.addresses?.of(project_id, seq)) ?? { web };
    return { preview_url: urls.web, preview_urls: urls };
  }

  @Get('diff')
  @ApiOperation({ summary: 'What differs between two moments, file by file' })
  @ApiOkResponse({ description: 'One unified diff per file.', standardSchema: diffBody })
  @ApiFailures(400, 404)
  async diff(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Query({ schema: diffQuery }) { from, to }: z.infer<typeof diffQuery>,
  ): Promise<Diff> {
    const [before, after] = [await this.past.at(project_id, from), await this.past.at(project_id, to)];
    const files = await diffFiles(before.files, after.files, this.blobs);
    return { from: before.seq, to: after.seq, files: [...files] };
  }

  @Post('restore')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Restores the files of an earlier moment',
    description: 'Appends new events: nothing is lost, and another restore can undo it.',
  })
  @ApiOkResponse({ description: 'The new head, and how many files the project has.', standardSchema: restoreBody })
  @ApiFailures(400, 403, 404, 409)
  async restore(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: restoreRequest }) { to_seq, user_id }: RestoreRequest,
  ): Promise<Restored> {
    const state = await this.past.restore(project_id, to_seq, personOf(user_id));
    return { project_id, seq: state.seq, files: Object.keys(state.files).length };
  }

  @Post('fork')
  @ApiOperation({ summary: 'Starts a new project from a moment of this one' })
  @ApiCreatedResponse({ description: 'The new project; its preview is being prepared.', standardSchema: forkBody })
  @ApiFailures(400, 403, 404, 409)
  async fork(
    @Param({ schema: projectParams }) { project_id }: ProjectParams,
    @Body({ schema: forkRequest }) body: ForkRequest,
    @Req() request: FastifyRequest,
  ): Promise<Forked> {
    const forkId = body?.project_id ?? newProjectId(randomBytes(PROJECT_ID_BYTES));
    const from = await this.past.fork(project_id, body?.at_seq, forkId, body?.user_id);
    return {
      project_id: forkId,
      from,
      message: `Continues from ${project_id} as it was after event ${from.seq}.`,
      websocket_url: websocketUrl(request, forkId),
    };
  }
}
