import { Logger } from '@nestjs/common';

import { errorMessage } from '../../processes/error-code.js';
import { ControlClosed } from './control-client.js';
import type { ExpoProcess } from './expo-process.js';
import type { PreviewProcess } from './preview-process.js';

const MAX_TELLS = 3;

/** Absolute paths. */
export interface Change {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Notifies the preview process of changed files. No caller waits for a process that is still starting: it reads the files from
 * disk when it starts, and `up` returns it only once it has been notified of every change since then.
 */
export class ToldProcess {
  readonly #logger = new Logger('Preview');
  #untold: Change[] = [];
  #telling: Promise<unknown> = Promise.resolve();

  constructor(private readonly process: PreviewProcess) {}

  /** The process, once it is up and knows all changes. @throws PreviewUnavailable */
  async up(): Promise<ExpoProcess> {
    const life = await this.process.ready();
    const untold = this.#untold;
    this.#untold = [];
    this.#telling = Promise.allSettled([this.#telling, ...untold.map((change) => this.tell(change))]);
    await this.#telling;
    return life;
  }

  /** A process that dies meanwhile reads the whole tree when it restarts; notifying it twice does no harm. */
  async tell(change: Change): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const life = this.process.current;
      if (!life) {
        this.#tellOnceUp(change);
        return;
      }
      try {
        await life.control.request('change', change);
        return;
      } catch (error) {
        if (!(error instanceof ControlClosed) || attempt === MAX_TELLS) throw error;
        await life.ended;
      }
    }
  }

  #tellOnceUp(change: Change): void {
    this.#untold.push(change);
    this.up().catch((error: unknown) => this.#logger.debug(`The preview does not start: ${errorMessage(error)}`));
  }
}
