import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phoneKey } from '../../src/effects/preview-host/phone/phone-key.js';
import { PhoneListener } from '../../src/effects/preview-host/phone/phone-listener.js';
import { PhonePreview, type PhonePreviewOptions } from '../../src/effects/preview-host/phone/phone-preview.js';
import { previewPaths } from '../../src/effects/preview-host/preview-paths.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fl-phone-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the phones’ listener', () => {
  it('is had with the next use when its key could not be written before', async () => {
    const paths = previewPaths(join(folder, 'data'));
    await mkdir(join(folder, 'data'));
    // Stands where the key's folder shall be, as a full disk would keep it from being made.
    await writeFile(paths.hostDir, '');
    const phone = new PhonePreview({
      hostDir: paths.hostDir,
      isOnLan: true,
      lanHost: '127.0.0.1',
      port: 0,
      metro: () => undefined,
      hot: { close: () => undefined },
    } as unknown as PhonePreviewOptions);
    await expect(phone.start()).rejects.toThrow();
    await expect(phone.urlsOf('todo')).rejects.toThrow();
    await rm(paths.hostDir);
    const { lan = '' } = await phone.urlsOf('todo');
    expect((await fetch(new URL('/status', lan))).status).toBe(200);
    expect(phone.isAt(Number(new URL(lan).port))).toBe(true);
    await phone.stop();
  });

  it('listens with the next use when it could not before', async () => {
    const options = { host: '203.0.113.1', port: 0, hot: { close: () => undefined } };
    const listener = new PhoneListener(options as unknown as ConstructorParameters<typeof PhoneListener>[0]);
    await expect(listener.port()).rejects.toThrow('EADDRNOTAVAIL');
    options.host = '127.0.0.1';
    expect(await listener.port()).toBeGreaterThan(0);
    await listener.close();
  });

  it('makes its key anew where a crash has cut it short', async () => {
    const file = join(folder, 'phone-key');
    await writeFile(file, 'abcd');
    const key = await phoneKey(file);
    expect(key).toHaveLength(32);
    expect(await phoneKey(file)).toEqual(key);
    expect(await readFile(file, 'utf8')).toBe(key.toString('hex'));
  });
});
