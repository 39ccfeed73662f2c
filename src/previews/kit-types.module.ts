import { Module } from '@nestjs/common';
import { KitTypes } from './kit-types.js';

/** Gives editing access to the kit's compiler; needs the global `PreviewModule`. */
@Module({ providers: [KitTypes], exports: [KitTypes] })
export class KitTypesModule {}
