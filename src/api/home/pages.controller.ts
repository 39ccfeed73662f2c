import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageMissing } from '../errors/errors.js';
import { packageRoot } from './package-root.js';

const STUDIO = 'dist/studio/index.html';
const CLIENT = 'examples/streaming_client.html';

/** The pages people open: read at each request, so that they can be built while the service runs. */
@ApiExcludeController()
@Controller()
export class PagesController {
  /** The studio finds out itself which view the address means. */
  @Get(['', 'p/*', 'film/*', 'experiments', 'experiments/*', 'admin', 'admin/*'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  studio(): Promise<string> {
    return pageOf(STUDIO);
  }

  /** The smallest full client, in one file without a build. */
  @Get('streaming_client.html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  client(): Promise<string> {
    return pageOf(CLIENT);
  }
}

async function pageOf(path: string): Promise<string> {
  try {
    return await readFile(join(packageRoot(), path), 'utf8');
  } catch (cause) {
    throw new PageMissing(path, { cause });
  }
}
