import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';

import { Kit, type PreparationStep } from './kit.port.js';
import { SharedKit } from './shared-kit.js';

export interface KitModuleOptions {
  /** The folder of the installed kit. */
  readonly kitDir: string;
  /** Lines for a person who waits while it is installed. */
  readonly onStep: (step: PreparationStep) => void;
  /** Given, it is installed while the application comes up; aborted where it does not. */
  readonly startUp?: AbortSignal;
}

/** Provides {@link Kit}; ends an installation under way when the application shuts down. */
@Module({})
export class KitModule implements OnApplicationShutdown {
  constructor(private readonly kit: SharedKit) {}

  static forRoot({ kitDir, onStep, startUp }: KitModuleOptions): DynamicModule {
    const kit = new SharedKit(kitDir, onStep);
    if (startUp) kit.begin();
    startUp?.addEventListener('abort', () => void kit.stop(), { once: true });
    return {
      module: KitModule,
      global: true,
      providers: [
        { provide: SharedKit, useValue: kit },
        { provide: Kit, useValue: kit },
      ],
      exports: [Kit],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.kit.stop();
  }
}
