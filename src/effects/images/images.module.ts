import { Global, Module } from '@nestjs/common';
import { ImageRenderer } from './image-renderer.port.js';
import { ResvgImageRenderer } from './resvg-image-renderer.js';

/** Pictures, for every stage that paints. */
@Global()
@Module({
  providers: [{ provide: ImageRenderer, useClass: ResvgImageRenderer }],
  exports: [ImageRenderer],
})
export class ImagesModule {}
