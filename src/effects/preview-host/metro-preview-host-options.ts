import type { Kit, PreparationStep } from '../kit/kit.port.js';
import type { LiveLimits } from './live-previews.js';
import type { PhonePreviewOptions } from './phone/phone-preview.js';
import type { PreviewPaths } from './preview-paths.js';
import type { HeartbeatTiming } from './process/heartbeat.js';
import type { SocketLimits } from './requests/socket-limits.js';

/** The configuration of a preview host. */
export interface MetroPreviewHostOptions {
  readonly paths: PreviewPaths;
  readonly kit: Kit;
  /** `localhost`, or a wildcard domain that leads here. */
  readonly previewDomain: string;
  /** The origin of the service's PUBLIC_URL, if it has one. */
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
  /** Memory above which the process is restarted; default about 1 GB. */
  readonly maxRssBytes?: number;
  /** Of the process; default {@link HEARTBEAT}. */
  readonly heartbeat?: HeartbeatTiming;
  /** How often it looks for idle previews; default 5 s. */
  readonly sweepMs?: number;
  /** Other limits than those of requests/hot-relay.ts. */
  readonly sockets?: { readonly limits?: SocketLimits; readonly registrationMs?: number };
}
