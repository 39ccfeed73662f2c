/** Turns drawings into pictures. */
export abstract class ImageRenderer {
  /** A square PNG of `sizePx` from an SVG document; the same SVG gives the same bytes. */
  abstract png(svg: string, sizePx: number): Promise<Buffer>;

  /** A PNG that passed the gate, as a square PNG of `sizePx`; undefined where it cannot be decoded. */
  abstract scaled(png: Buffer, sizePx: number): Promise<Buffer | undefined>;
}
