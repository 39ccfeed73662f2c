import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '../../contract/errors.js';
import type { ArmRequest } from '../../contract/experiments.js';
import { isListed } from '../../models/is-listed.js';
import { KeptChoice } from '../../models/kept-choice.js';

/** A message names at most this many models: servers like OpenRouter have hundreds. */
const MOST_NAMED = 20;

/** An arm names a model that does not exist. */
export class ArmModelUnknown extends Error {
  readonly code = 'arm_model_unknown';
  constructor(
    models: readonly string[],
    readonly details: readonly FieldProblem[],
  ) {
    super(`There is no such model. ${thereAre(models)}`);
    this.name = 'ArmModelUnknown';
  }
}

/** Checks, before an experiment begins, that the models named by its arms exist. */
@Injectable()
export class KnownArmModels {
  constructor(private readonly choice: KeptChoice) {}

  /** @throws ArmModelUnknown */
  async check(arms: readonly ArmRequest[]): Promise<void> {
    const asked = arms.flatMap(({ model }, index) => (typeof model === 'string' ? [{ model, index }] : []));
    if (asked.length === 0) return;
    const names = await this.choice.names();
    if (names === undefined) return;
    const unknown = asked.filter(({ model }) => !isListed(model, names));
    if (unknown.length === 0) return;
    const details = unknown.map(({ model, index }) => {
      return { field: `arms.${index}.model`, message: `there is no model ${JSON.stringify(model)}` };
    });
    throw new ArmModelUnknown(names, details);
  }
}

function thereAre(models: readonly string[]): string {
  if (models.length === 0) return 'No model is set, and none was found on this machine.';
  const more = models.length > MOST_NAMED ? ` and ${models.length - MOST_NAMED} more` : '';
  return `There are ${models.slice(0, MOST_NAMED).join(', ')}${more}.`;
}
