import type { ExpoProcess } from './expo-process.js';

export interface HeartbeatTiming {
  /** The time between beats. */
  readonly everyMs: number;
  /** After this many beats in a row without an answer, the process counts as hung. */
  readonly misses: number;
  /** After this many beats during which a project is built without a pause, that build counts as hung. */
  readonly longestBuild: number;
}

/** One minute without an answer, three of building: on a busy machine a first bundle may take minutes. */
export const HEARTBEAT: HeartbeatTiming = { everyMs: 2_000, misses: 30, longestBuild: 90 };

/**
 * Regularly asks the preview process whether it is alive, and looks for builds that do not end. Beats are
 * counted, not seconds, so that nothing is late after the machine or this process has been suspended.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #missed = 0;
  #isAsked = false;
  /** For how many beats each project has been built without a pause. */
  #busyFor = new Map<string, number>();

  /** @param onHung called once, with the projects that may have done it */
  constructor(
    private readonly life: ExpoProcess,
    private readonly timing: HeartbeatTiming,
    onHung: (projects: readonly string[]) => void,
  ) {
    this.#timer = setInterval(() => {
      this.#beat();
      const hung = this.#hung();
      if (!hung) return;
      this.stop();
      onHung(hung);
    }, timing.everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    this.#busyFor = new Map(this.life.busy().map((project) => [project, (this.#busyFor.get(project) ?? 0) + 1]));
    if (this.#isAsked) {
      this.#missed += 1;
      return;
    }
    this.#isAsked = true;
    this.life.control.request('alive').then(
      () => {
        this.#isAsked = false;
        this.#missed = 0;
      },
      // It has ended: whoever keeps it up hears of that as well.
      () => this.stop(),
    );
  }

  #hung(): readonly string[] | undefined {
    if (this.#missed >= this.timing.misses) return this.life.busy();
    const stuck = [...this.#busyFor].filter(([, beats]) => beats >= this.timing.longestBuild);
    return stuck.length === 0 ? undefined : stuck.map(([project]) => project);
  }
}
