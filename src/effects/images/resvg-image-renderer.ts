import { Injectable } from '@nestjs/common';
import { renderAsync } from '@resvg/resvg-js';
import { ImageRenderer } from './image-renderer.port.js';

/** resvg, off the main thread; system fonts are left out so that every machine draws the same. */
@Injectable()
export class ResvgImageRenderer extends ImageRenderer {
  override async png(svg: string, sizePx: number): Promise<Buffer> {
    const image = await renderAsync(svg, { fitTo: { mode: 'width', value: sizePx }, font: { loadSystemFonts: false } });
    return image.asPng();
  }

  /** Draws it as the only element; resvg leaves out what it cannot decode, so the drawing is then empty. */
  override async scaled(png: Buffer, sizePx: number): Promise<Buffer | undefined> {
    const href = `data:image/png;base64,${png.toString('base64')}`;
    const size = `width="${sizePx}" height="${sizePx}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image href="${href}" ${size} preserveAspectRatio="xMidYMid slice"/></svg>`;
    const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
    return image.pixels.some((byte) => byte !== 0) ? image.asPng() : undefined;
  }
}
