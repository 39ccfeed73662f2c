import { Module } from '@nestjs/common';
import { KitTypes } from './kit-types.js';

/** How editing asks the kit's compiler; needs the global `PreviewModule`. */
@Module({ providers: [KitTypes], exports: [KitTypes] })
export class KitTypesModule {}
