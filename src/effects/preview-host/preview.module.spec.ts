import { describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

import { Kit } from '../kit/kit.port.js';
import { PreviewHost, PreviewUnavailable } from './preview-host.port.js';
import { previewPaths } from './preview-paths.js';
import { PreviewModule } from './preview.module.js';
import { PreviewSites } from './preview-sites.port.js';
import { PreviewProxy } from './proxy/preview-proxy.js';

@Global()
@Module({ providers: [{ provide: Kit, useValue: { installed: () => Promise.resolve() } }], exports: [Kit] })
class NoKit {}

describe('the preview module', () => {
  it('provides the host and its proxy, and stops with the application', async () => {
    const paths = previewPaths(join(tmpdir(), 'firstlight-never-made'));
    const module = await Test.createTestingModule({
      imports: [
        NoKit,
        PreviewModule.forRoot({ paths, previewDomain: 'localhost', publicPort: () => 8000, onStep: () => undefined }),
      ],
    }).compile();
    const host = module.get(PreviewHost);
    expect(module.get(PreviewSites)).toBeInstanceOf(PreviewProxy);
    await module.close();
    await expect(host.ready()).rejects.toThrow(PreviewUnavailable);
  });
});
