import { extname } from 'node:path';
import { FileRefused, type WorkspaceFile } from '../workspace.port.js';
import { checkFont } from './check-font.js';
import { encodedPicture, isPictureKind } from './encode-picture.js';
import { plainSvg } from './plain-svg.js';

const MAX_BYTES = 5 * 1024 * 1024;

/**
 * An asset in its accepted form: pictures are decoded and encoded again, so that later readers (Metro, browsers, phones) read our
 * bytes and not a stranger's. Runs where it may die (gate-process.ts). @throws FileRefused
 */
export async function checkedAsset({ path, content }: WorkspaceFile): Promise<Buffer> {
  const bytes = Buffer.from(content);
  if (bytes.length > MAX_BYTES) throw new FileRefused(path, `it has more than ${MAX_BYTES / 1024 / 1024} MB`);
  const kind = extname(path).slice(1);
  if (isPictureKind(kind)) return encodedPicture(path, bytes, kind);
  if (kind === 'svg') return Buffer.from(plainSvg(path, bytes.toString()));
  checkFont(path, bytes);
  return bytes;
}
