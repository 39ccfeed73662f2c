import type { FileRefused, SourceFacts } from '../workspace.port.js';

/** A file to be read, with a number that its answer has too. */
export interface GateQuestion {
  readonly id: number;
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Where and why a file is refused: a {@link FileRefused} as it crosses between processes. */
export interface Refusal {
  readonly why: string;
  readonly at?: FileRefused['at'];
  readonly more: readonly Refusal[];
}

/** The answer to a question; `content` only if it differs from that of the question. */
export type GateAnswer =
  | { readonly id: number; readonly facts?: SourceFacts | undefined; readonly content?: Uint8Array | undefined }
  | { readonly id: number; readonly refusal: Refusal };

/** Sent once, when questions are listened to. */
export const READY = 'ready';
