import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

import { PreviewHost, PreviewUnavailable } from './preview-host.port.js';
import { PreviewModule } from './preview.module.js';
import { PreviewProxy } from './proxy/preview-proxy.js';

describe('the preview module', () => {
  it('provides the host and its proxy, and stops with the application', async () => {
    const dataDir = join(tmpdir(), 'firstlight-never-made');
    const module = await Test.createTestingModule({
      imports: [
        PreviewModule.forRoot({ dataDir, previewDomain: 'localhost', publicPort: () => 8000, onStep: () => undefined }),
      ],
    }).compile();
    const host = module.get(PreviewHost);
    expect(module.get(PreviewProxy)).toBeInstanceOf(PreviewProxy);
    await module.close();
    await expect(host.ready()).rejects.toThrow(PreviewUnavailable);
  });
});
