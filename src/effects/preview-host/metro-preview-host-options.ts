import type { Kit, PreparationStep } from '../kit/kit.port.js';
import type { LiveLimits } from './live-previews.js';
import type { PhonePreviewOptions } from './phone/phone-preview.js';
import type { PreviewPaths } from './preview-paths.js';
import type { HeartbeatTiming } from './process/heartbeat.js';
import type { SocketLimits } from './requests/socket-limits.js';

/** What a preview host is told by the app. */
export interface MetroPreviewHostOptions {
  readonly paths: PreviewPaths;
  readonly kit: Kit;
  /** `localhost`, or a wildcard domain that leads here. */
  readonly previewDomain: string;
  /** Where the service has a PUBLIC_URL, its origin. */
  readonly publicOrigin?: string | undefined;
  /** The port at which viewers reach the service; asked for with each address. */
  readonly publicPort: () => number;
  readonly onStep: (step: PreparationStep) => void;
  /** Processes that compile files at once; default: as Metro takes them for this machine. */
  readonly workers?: number | undefined;
  /** Other devices; absent: this machine's browsers only. */
  readonly phone?: Omit<PhonePreviewOptions, 'hostDir' | 'metro' | 'answers' | 'hot'> | undefined;
  /** Other limits than {@link LIVE_LIMITS}. */
  readonly limits?: Partial<LiveLimits>;
  /** Memory of the process above which it is begun anew; default about 1 GB. */
  readonly maxRssBytes?: number;
  /** Of the process; default {@link HEARTBEAT}. */
  readonly heartbeat?: HeartbeatTiming;
  /** How often it looks for what is idle; default 5 s. */
  readonly sweepMs?: number;
  /** Other limits than those of requests/hot-relay.ts. */
  readonly sockets?: { readonly limits?: SocketLimits; readonly registrationMs?: number };
}
