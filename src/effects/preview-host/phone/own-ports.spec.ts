import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MAX_OWN_PORTS, OwnPorts } from './own-ports.js';

let folder: string;
const taken = new Set<number>();
const listen = (_label: string, port: number): Promise<number> =>
  taken.has(port) ? Promise.reject(Object.assign(new Error('taken'), { code: 'EADDRINUSE' })) : Promise.resolve(port);
const ports = (): OwnPorts => new OwnPorts(join(folder, 'ports.json'), 8002, listen);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstlight-'));
  taken.clear();
});

afterEach(() => rm(folder, { recursive: true }));

describe('a project’s own port', () => {
  it('is another for each, and the same after a restart, whoever comes first', async () => {
    const before = ports();
    expect(await Promise.all(['one', 'two', 'one'].map((label) => before.of(label)))).toEqual([8002, 8003, 8002]);
    const after = ports();
    expect(await Promise.all(['three', 'two', 'one'].map((label) => after.of(label)))).toEqual([8004, 8003, 8002]);
  });

  it('is never another project’s, not even while something else listens there', async () => {
    await ports().of('one');
    taken.add(8002);
    const again = ports();
    expect(await again.of('one')).toBeUndefined();
    taken.add(8003);
    expect(await again.of('two')).toBe(8004);
  });

  it('is listened on again after a restart', async () => {
    await ports().of('one');
    const listened: string[] = [];
    await new OwnPorts(join(folder, 'ports.json'), 8002, (label, port) => {
      listened.push(`${label} ${port}`);
      return Promise.resolve(port);
    }).reopen();
    expect(listened).toEqual(['one 8002']);
  });

  it('is not had by more than a firewall is asked to let through', async () => {
    const some = ports();
    const labels = Array.from({ length: MAX_OWN_PORTS + 1 }, (_, n) => `project-${n}`);
    const all = await Promise.all(labels.map((label) => some.of(label)));
    expect(new Set(all).size).toBe(MAX_OWN_PORTS + 1);
    expect(all.at(-1)).toBeUndefined();
  });
});
