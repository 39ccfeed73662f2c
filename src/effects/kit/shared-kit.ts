import { installKit } from './install-kit.js';
import { rejectionOf } from '../processes/rejection-of.js';
import { Kit, type PreparationStep } from './kit.port.js';

/** The kit in a folder, which other services may share. */
export class SharedKit extends Kit {
  readonly #stopping = new AbortController();
  #begun: Promise<void> | undefined;

  constructor(
    private readonly kitDir: string,
    private readonly onStep: (step: PreparationStep) => void,
  ) {
    super();
  }

  /** Begins to install it where it is not there: the longest part of a first start needs nothing else of the service. */
  begin(): void {
    const { kitDir, onStep } = this;
    this.#begun = installKit({ kitDir, onStep, signal: this.#stopping.signal });
    this.#begun.catch(() => undefined); // the caller that waits for it gets the error
  }

  /** Waits for what `begin` started; if that failed, the next call tries again. */
  override async installed(signal: AbortSignal): Promise<void> {
    const begun = this.#begun;
    this.#begun = undefined;
    await Promise.race([begun, rejectionOf(signal)]);
    await installKit({ kitDir: this.kitDir, onStep: this.onStep, signal });
  }

  /** Ends what `begin` started. */
  async stop(): Promise<void> {
    const begun = this.#begun;
    this.#stopping.abort(new Error('The preview has been stopped.'));
    await begun?.catch(() => undefined); // the caller that waited for it has the error
  }
}
