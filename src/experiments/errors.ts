import type { ExperimentStatus } from './experiment-state.js';

/** No experiment has this id. */
export class ExperimentNotFound extends Error {
  readonly code = 'experiment_not_found';
  constructor(id: string) {
    super(`There is no experiment ${id}.`);
    this.name = 'ExperimentNotFound';
  }
}

/** It has ended: nothing of it can be begun or stopped any more. */
export class ExperimentOver extends Error {
  readonly code = 'experiment_over';
  constructor(id: string, status: ExperimentStatus) {
    super(`Experiment ${id} is ${status}.`);
    this.name = 'ExperimentOver';
  }
}

/** A vote for an arm that the experiment does not have. */
export class ArmUnknown extends Error {
  readonly code = 'arm_unknown';
  readonly details: readonly { readonly field: string; readonly message: string }[];
  constructor(id: string, arm: string, arms: readonly string[]) {
    super(`Experiment ${id} has no arm ${JSON.stringify(arm)}: its arms are ${arms.join(', ')}.`);
    this.name = 'ArmUnknown';
    this.details = [{ field: 'arm', message: `must be one of ${arms.join(', ')}` }];
  }
}
