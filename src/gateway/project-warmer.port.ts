import type { Warmth } from '../contract/messages/aside.js';

/** Prepares what a run will need while its viewer still thinks about the prompt. */
export abstract class ProjectWarmer {
  /** Prepares a project that has no run, as far as there is room, and tells how far it is. Never rejects. */
  abstract warm(projectId: string, tell: (warmth: Warmth) => void): Promise<void>;

  /** Its last viewer has left: what nobody has started is dropped. Never rejects. */
  abstract release(projectId: string): Promise<void>;
}

/** Where nothing can be prepared. */
export class NoWarmer extends ProjectWarmer {
  override warm(): Promise<void> {
    return Promise.resolve();
  }

  override release(): Promise<void> {
    return Promise.resolve();
  }
}
