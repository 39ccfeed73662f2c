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
}
