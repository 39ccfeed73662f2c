import type { StartRequest } from '../../contract/requests.js';
import type { LogMessage } from '../../contract/messages/log-message.js';

/** What this page has asked for and the log has not shown yet. */
export interface Asks {
  /** Sent again after a reconnect. */
  readonly start: StartRequest | null;
  readonly isCancelAsked: boolean;
  readonly isRetryAsked: boolean;
  /** What the service said to the last thing that was asked. */
  readonly refusal: string | null;
}

export const NOTHING_ASKED: Asks = { start: null, isCancelAsked: false, isRetryAsked: false, refusal: null };

export function answeredBy(asks: Asks, message: LogMessage): Asks {
  switch (message.type) {
    case 'run':
      return { ...NOTHING_ASKED, isCancelAsked: message.data.status === 'cancelling' };
    case 'complete':
    case 'error':
    case 'cancelled':
      return asks.isCancelAsked ? { ...asks, isCancelAsked: false } : asks;
    default:
      return asks;
  }
}
