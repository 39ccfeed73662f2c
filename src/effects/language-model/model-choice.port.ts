import type { LanguageModel } from './language-model.port.js';

/** What a model writes: only the plan, for which the blueprint writes the code, or the code too. */
export type ModelWrites = 'plan' | 'code';

export interface ChosenModel {
  readonly model: LanguageModel;
  readonly writes: ModelWrites;
}

/** Which model writes. It may be chosen while the service runs: a stage asks once, at its beginning. */
export abstract class ModelChoice {
  /**
   * Undefined: none; only the blueprint writes.
   * @param wanted another model at the same server; where no model is chosen, one that is found on this machine
   */
  abstract now(wanted?: string): Promise<ChosenModel | undefined>;

  /** The code of this model could not be used: if it is on this machine, it makes only the plan from now on. */
  abstract codeFailed(model: LanguageModel, said: string): Promise<void>;
}
