import type { LanguageModel } from './language-model.port.js';

/** What a model writes: the plan alone, of which the blueprint writes the code, or the code too. */
export type ModelWrites = 'plan' | 'code';

export interface ChosenModel {
  readonly model: LanguageModel;
  readonly writes: ModelWrites;
}

/** Which model writes. It may be chosen while the service runs: a stage asks once, at its beginning. */
export abstract class ModelChoice {
  /**
   * Undefined: none, the blueprint writes alone.
   * @param wanted another model at the same server; where no model is chosen, one that is found on this machine
   */
  abstract now(wanted?: string): Promise<ChosenModel | undefined>;

  /** A model on this machine whose code could not be used: from now on it makes the plan alone. Others are left as they are. */
  abstract codeFailed(model: LanguageModel, said: string): Promise<void>;
}
