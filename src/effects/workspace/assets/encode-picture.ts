import sharp, { type Metadata, type Sharp } from 'sharp';
import { FileRefused } from '../workspace.port.js';

const KINDS = ['png', 'jpg', 'jpeg', 'webp', 'gif'] as const;
type PictureKind = (typeof KINDS)[number];

/** A side and a sum that phones show; a decoded picture takes four bytes a pixel. */
const MAX_SIDE_PX = 4_096;
const MAX_PIXELS = MAX_SIDE_PX * MAX_SIDE_PX;
/** Of all frames of an animation together. */
const MAX_ANIMATED_PIXELS = 2 * MAX_PIXELS;
const MAX_FRAMES = 300;

// No other decoder of the library is ever reached, whatever the bytes say they are.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

export function isPictureKind(kind: string): kind is PictureKind {
  return (KINDS as readonly string[]).includes(kind);
}

/**
 * The picture in the format that its name promises, without any metadata. A PNG, JPEG, WebP or GIF may come under any of their names.
 * @throws FileRefused
 */
export async function encodedPicture(path: string, bytes: Buffer, kind: PictureKind): Promise<Buffer> {
  try {
    const { width, height, pages = 1 } = await metadataOf(bytes);
    const problem = sizeProblem(width, height, pages);
    if (problem !== undefined) throw new FileRefused(path, problem);
    const isAnimated = pages > 1 && (kind === 'gif' || kind === 'webp');
    const limitInputPixels = isAnimated ? MAX_ANIMATED_PIXELS : MAX_PIXELS;
    const picture = sharp(bytes, { limitInputPixels, failOn: 'truncated', animated: isAnimated }).autoOrient();
    return await encoded(picture, kind).toBuffer();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw new FileRefused(path, `it cannot be decoded as PNG, JPEG, WebP or GIF (${said.split('\n')[0] ?? ''})`);
  }
}

/** Of the header alone; nothing is decoded yet. `height` is one frame's. */
async function metadataOf(bytes: Buffer): Promise<Pick<Metadata, 'width' | 'height' | 'pages'>> {
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

function sizeProblem(width: number, height: number, frames: number): string | undefined {
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX) {
    return `it has ${width} by ${height} pixels; at most ${MAX_SIDE_PX} a side`;
  }
  if (frames > MAX_FRAMES) return `it has ${frames} frames; at most ${MAX_FRAMES}`;
  if (width * height * frames > MAX_ANIMATED_PIXELS) return 'its frames have too many pixels together; make it smaller';
  return undefined;
}

function encoded(picture: Sharp, kind: PictureKind): Sharp {
  switch (kind) {
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'jpg':
    case 'jpeg':
      return picture.jpeg({ quality: 90 });
    case 'webp':
      return picture.webp({ quality: 90 });
    case 'gif':
      return picture.gif({ effort: 3 });
  }
}
