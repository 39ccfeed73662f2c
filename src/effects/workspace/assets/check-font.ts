import { FileRefused } from '../workspace.port.js';

const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;
const MAX_TABLES = 64;
const SIGNATURES = ['\0\x01\0\0', 'true', 'OTTO'];

/**
 * A TrueType or OpenType font whose tables lie within it. Nothing on the server reads further; browsers check what they draw with.
 * @throws FileRefused
 */
export function checkFont(path: string, bytes: Buffer): void {
  const isFont = bytes.length >= HEADER_BYTES && SIGNATURES.includes(bytes.toString('latin1', 0, 4));
  if (!isFont) throw new FileRefused(path, 'it is no TrueType or OpenType font');
  const tables = bytes.readUInt16BE(4);
  if (tables === 0 || tables > MAX_TABLES || bytes.length < HEADER_BYTES + tables * ENTRY_BYTES) {
    throw new FileRefused(path, 'its table of contents is no font’s');
  }
  for (let at = HEADER_BYTES; at < HEADER_BYTES + tables * ENTRY_BYTES; at += ENTRY_BYTES) {
    const end = bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12);
    if (end > bytes.length) throw new FileRefused(path, 'it is cut off');
  }
}
