import { afterEach, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { Warmth } from '../../src/contract/messages/aside.js';
import { ProjectWarmer } from '../../src/gateway/project-warmer.port.js';
import { type GatewayService, startGateway } from './gateway-service.js';

/** Says at once that all is warm, and remembers whom it was asked for. */
class RecordingWarmer extends ProjectWarmer {
  readonly warmed: string[] = [];
  readonly released = new Map<string, () => void>();

  override warm(projectId: string, tell: (warmth: Warmth) => void): Promise<void> {
    this.warmed.push(projectId);
    const web = `http://${projectId}.localhost`;
    for (const state of ['warming', 'warm'] as const) tell({ state, preview_url: web, preview_urls: { web } });
    return Promise.resolve();
  }

  override release(projectId: string): Promise<void> {
    this.released.get(projectId)?.();
    return Promise.resolve();
  }
}

const warmer = new RecordingWarmer();

@Module({ providers: [{ provide: RecordingWarmer, useValue: warmer }], exports: [RecordingWarmer] })
class WarmerModule {}

let service: GatewayService;

afterEach(() => service.close());

it('a project without a run is warmed for who looks at it, and dropped when the last one has left', async () => {
  service = await startGateway({ lingerMs: 0 }, {}, { imports: [WarmerModule], useExisting: RecordingWarmer });
  const viewer = await service.connect('new');
  await viewer.until(() => viewer.ofType('preview').length === 2);
  expect(viewer.ofType('preview').map(({ seq, data }) => [seq, data['state'], data['preview_url']])).toEqual([
    [undefined, 'warming', 'http://new.localhost'],
    [undefined, 'warm', 'http://new.localhost'],
  ]);
  viewer.send({ action: 'start', prompt: 'Create a fitness tracking app' });
  await viewer.until(() => viewer.seqs().length > 0);

  const late = await service.connect('new');
  await late.ready();
  expect(warmer.warmed).toEqual(['new']);

  const released = new Promise<void>((resolve) => warmer.released.set('other', resolve));
  const passer = await service.connect('other');
  await passer.ready();
  passer.socket.close();
  await released;
});
