/** Where the preview process answers, and what it asks of its callers: any page of this machine could find the port. */
export interface MetroAddress {
  /** On the loopback interface. */
  readonly port: number;
  readonly key: string;
}

/** Carries the key (metro/own-callers.cjs). */
export const METRO_KEY_HEADER = 'x-firstlight-key';
