import type { ModelUsage } from './language-model.port.js';

/** One picture to be made. */
export interface ImageRequest {
  readonly prompt: string;
  /** The same for every try of the same picture. */
  readonly idempotencyKey: string;
}

export interface ImageAnswer {
  /** Base64 of whatever the server sent: nobody has looked at it yet. */
  readonly base64: string;
  /** The model as the server names it, or as set up. */
  readonly model: string;
  readonly usage: ModelUsage;
  /** US dollars; null where no price is known, or the server does not say what it took. */
  readonly costUsd: number | null;
}

/** A model that makes square pictures. If none is set up, none is provided, and only the blueprint draws. */
export abstract class ImageModel {
  /** The model's name as set up. */
  abstract readonly name: string;

  /** Exactly one request. @throws ModelError; what `signal` was aborted with is its cause */
  abstract paint(request: ImageRequest, signal: AbortSignal): Promise<ImageAnswer>;

  /** The most that a picture costs, in US dollars; null where no price is known. */
  abstract mostUsd(prompt: string): number | null;
}
