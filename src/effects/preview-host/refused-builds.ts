import { PreviewBroken } from './preview-host.port.js';

/** Projects whose build stopped the preview process, by label: not built again until their files change. */
export class RefusedBuilds {
  readonly #labels = new Set<string>();

  refuse(label: string): void {
    this.#labels.add(label);
  }

  /** Its files have changed, or it is to be tried once more. */
  allow(label: string): void {
    this.#labels.delete(label);
  }

  has(label: string): boolean {
    return this.#labels.has(label);
  }

  /** @throws PreviewBroken */
  requireAllowed(label: string): void {
    if (this.has(label)) throw new PreviewBroken(refusalOf(label));
  }
}

export function refusalOf(label: string): string {
  return `Building ${label} stopped the preview process, so it is not built again until its files change.`;
}
