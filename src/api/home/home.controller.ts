import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageMissing } from '../errors/errors.js';
import { packageRoot } from './package-root.js';

const PAGE = join(packageRoot(), 'examples', 'streaming_client.html');

/** The page people open: read at each request, so that it can be edited while the service runs. */
@ApiExcludeController()
@Controller()
export class HomeController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @Header('x-content-type-options', 'nosniff')
  @Header('x-frame-options', 'DENY')
  async home(): Promise<string> {
    try {
      return await readFile(PAGE, 'utf8');
    } catch (cause) {
      throw new PageMissing('examples/streaming_client.html', { cause });
    }
  }
}
