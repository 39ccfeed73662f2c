import type { Run } from '../state/run.js';

type Maker = NonNullable<Run['madeBy']>;

/** Which of the three ways makes the app. */
export function makerWords(maker: Maker): string {
  const model = modelName(maker);
  return { rules: 'Made by rules.', plan: `Planned by ${model}, written by rules.`, code: `Written by ${model}.` }[
    maker.way
  ];
}

export function modelName({ model }: Maker): string {
  return model ?? 'a model';
}
