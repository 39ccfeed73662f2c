import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';

import { KitTypeChecker } from './kit-type-checker.js';
import { TypeChecker } from './type-checker.port.js';

/** Provides {@link TypeChecker}; ends its process when the application shuts down. */
@Module({})
export class TypeCheckerModule implements OnApplicationShutdown {
  constructor(private readonly types: KitTypeChecker) {}

  /** @param hostDir the folder of the app that hosts all projects, with the kit's packages */
  static forRoot(hostDir: string): DynamicModule {
    const types = new KitTypeChecker(hostDir);
    return {
      module: TypeCheckerModule,
      global: true,
      providers: [
        { provide: KitTypeChecker, useValue: types },
        { provide: TypeChecker, useValue: types },
      ],
      exports: [TypeChecker],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.types.stop();
  }
}
