import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { errorCode } from '../../processes/error-code.js';

const KEY_BYTES = 32;

/** The secret behind the phones' addresses: made at the first start, readable by this user only, kept in its file. */
export async function phoneKey(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600 });
    // Linking is atomic: whichever process is first, all read the same key.
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (key.length === KEY_BYTES) return key;
  // Cut short by a crash: addresses made with it could be guessed.
  await rm(file, { force: true });
  return phoneKey(file);
}
