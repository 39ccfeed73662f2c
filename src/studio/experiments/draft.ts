import type { ExperimentRequest } from '../../contract/experiments.js';

/** An arm as a person fills it in; empty where something is left to the service. */
export interface ArmDraft {
  readonly prompt: string;
  readonly template: string;
  readonly model: string;
  /** Digits. */
  readonly seed: string;
}

export interface ExperimentDraft {
  readonly name: string;
  readonly arms: readonly ArmDraft[];
  /** Digits. */
  readonly runs: string;
}

export const FEWEST_ARMS = 2;
export const MOST_ARMS = 6;
const MOST_RUNS = 20;
const SHORTEST_PROMPT = 10;

const EMPTY: ArmDraft = { prompt: '', template: '', model: '', seed: '' };
export const NEW_DRAFT: ExperimentDraft = { name: '', arms: [EMPTY, EMPTY], runs: '2' };

/** What was kept of an earlier look at the page; the new one where that is none. */
export function draftIn(kept: string): ExperimentDraft {
  return kept === '' ? NEW_DRAFT : (JSON.parse(kept) as ExperimentDraft);
}

/** One more, like the last: usually one thing is to be different. */
export function withArm(draft: ExperimentDraft): ExperimentDraft {
  return { ...draft, arms: [...draft.arms, draft.arms.at(-1) ?? EMPTY] };
}

export function withoutArm(draft: ExperimentDraft, index: number): ExperimentDraft {
  return { ...draft, arms: draft.arms.filter((_, place) => place !== index) };
}

export function withChangedArm(draft: ExperimentDraft, index: number, change: Partial<ArmDraft>): ExperimentDraft {
  return { ...draft, arms: draft.arms.map((arm, place) => (place === index ? { ...arm, ...change } : arm)) };
}

/** What is wrong, by field (`name`, `runs`, `arms.1.prompt`), as the service names fields. */
export function problemsOf({ name, arms, runs }: ExperimentDraft): Readonly<Record<string, string>> {
  const found: [string, string | false][] = [
    ['name', name.trim() === '' && 'Give the experiment a name.'],
    ['runs', !isWhole(runs, 1, MOST_RUNS) && `A whole number from 1 to ${MOST_RUNS}.`],
    ...arms.flatMap(({ prompt, seed }, index): [string, string | false][] => [
      [`arms.${index}.prompt`, prompt.trim().length < SHORTEST_PROMPT && 'Describe the app in a sentence.'],
      [`arms.${index}.seed`, seed !== '' && !isWhole(seed, 0, 2 ** 31 - 1) && 'A whole number, 0 or more.'],
    ]),
  ];
  return Object.fromEntries(found.filter((each): each is [string, string] => each[1] !== false));
}

/** Whether all arms ask for the same: nothing would be compared but chance. */
export function isAllTheSame({ arms }: ExperimentDraft): boolean {
  return new Set(arms.map((arm) => JSON.stringify({ ...arm, prompt: arm.prompt.trim() }))).size === 1;
}

export function requestOf({ name, arms, runs }: ExperimentDraft, person: string): ExperimentRequest {
  return {
    name: name.trim(),
    arms: arms.map(({ prompt, template, model, seed }) => ({
      prompt: prompt.trim(),
      ...(template !== '' && { template_id: template }),
      ...(model.trim() !== '' && { model: model.trim() }),
      ...(seed !== '' && { seed: Number(seed) }),
    })),
    runs_per_arm: Number(runs),
    user_id: person,
  };
}

function isWhole(digits: string, from: number, to: number): boolean {
  const number = Number(digits);
  return /^\d+$/.test(digits) && number >= from && number <= to;
}
