/** Turns drawings into pictures. */
export abstract class ImageRenderer {
  /** A square PNG of `sizePx` from an SVG document; the same SVG gives the same bytes. */
  abstract png(svg: string, sizePx: number): Promise<Buffer>;

  /** A picture as a square PNG of `sizePx`; undefined where it cannot be decoded. */
  abstract scaled(picture: Buffer, kind: 'png' | 'jpeg', sizePx: number): Promise<Buffer | undefined>;
}
