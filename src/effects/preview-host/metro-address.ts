/** The address of the preview process, and the key that it requires: any page on this machine could find the port. */
export interface MetroAddress {
  /** On the loopback interface. */
  readonly port: number;
  readonly key: string;
}

/** Carries the key (metro/own-callers.cjs). */
export const METRO_KEY_HEADER = 'x-firstlight-key';
