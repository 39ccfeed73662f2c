import type { PreviewUrls } from '../../contract/preview.js';

/** Where past versions answer on other devices, as the running service knows. */
export abstract class PastAddresses {
  /** Every address of the project as it was after its event `seq`. */
  abstract of(projectId: string, seq: number): Promise<PreviewUrls>;
}
