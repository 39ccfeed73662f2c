/** A picture from a server with its type, detected from its first bytes, or the reason it was refused. */
export type PictureAnswer =
  { readonly kind: 'png' | 'jpeg' | 'webp'; readonly content: Buffer } | { readonly problem: string };

const MAX_BYTES = 4 * 1024 * 1024;

/** Decodes the base64 answer to an image prompt. */
export function readPicture(base64: string): PictureAnswer {
  const content = Buffer.from(base64, 'base64');
  if (content.length > MAX_BYTES) return { problem: `it has more than ${MAX_BYTES / 1024 / 1024} MB.` };
  const kind = kindOf(content);
  return kind === undefined ? { problem: 'it is no PNG, JPEG or WebP.' } : { kind, content };
}

function kindOf(content: Buffer): 'png' | 'jpeg' | 'webp' | undefined {
  const start = content.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  return /^RIFF[^]{4}WEBP$/.test(start) ? 'webp' : undefined;
}
