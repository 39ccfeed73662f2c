import type { AppPlan, Archetype, ScreenPlan, TimerKind } from '../generation/plan.js';
import type { AskedFunctions } from './functions/find-functions.js';
import type { Feature } from './lexicon/features.js';
import type { Domain } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import timerWords from './lexicon/timer-words.json' with { type: 'json' };
import type { ScreenWord } from './lexicon/screen-words.js';
import { namedScreens, type NamedScreen } from './named-screens.js';
import { readPrompt, type PromptText } from './prompt-text.js';
import type { Subject } from './subject.js';

/** What the prompt says about screens, by name or between the lines. */
export interface Wishes {
  /** Whether priced things are there to be bought. */
  readonly sells: boolean;
  readonly named: readonly NamedScreen[];
  readonly timer: TimerKind;
  /** Screens that do something, and logs that measure time. */
  readonly functions: readonly ScreenPlan[];
  /** What the app opens on, where that is not a home screen. */
  readonly opensOn: Archetype | undefined;
  /** Asked for by the prompt, or fitting the kind of app. */
  readonly wants: (screen: ScreenWord) => boolean;
  /** Asked for by the prompt itself. */
  readonly asks: (screen: string) => boolean;
}

export const screenWishes = (
  prompt: PromptText,
  subject: Subject,
  domain: Domain | undefined,
  features: readonly Feature[],
  functions: AskedFunctions,
): Wishes => {
  const named = namedScreens(prompt);
  const asked = new Set<string | undefined>([
    ...named.map(({ archetype }) => archetype),
    ...features.map(({ screen }) => screen),
  ]);
  const fitting = domain?.screens ?? [];
  const isNamedHome = named.some(({ archetype }) => archetype === 'home');
  return {
    sells: domain?.sells ?? false,
    named,
    timer: timerKind(prompt),
    functions: functions.screens,
    opensOn: isNamedHome ? undefined : functions.isOpened ? 'function' : opensOn(subject, domain),
    wants: (screen) => asked.has(screen) || fitting.includes(screen),
    asks: (screen) => asked.has(screen),
  };
};

/** What a plan has already, as wishes for one with other things: a model keeps the kinds of screens of the blueprint's draft. */
export const wishesOfPlan = ({ domain, screens }: AppPlan): Wishes => {
  const archetypes = new Set<string>(screens.map(({ archetype }) => archetype));
  const [root] = screens;
  return {
    sells: DOMAINS.find(({ id }) => id === domain)?.sells ?? false,
    named: [],
    timer: screens.find(({ timer }) => timer !== undefined)?.timer ?? 'interval',
    functions: screens.filter(({ archetype }) => archetype === 'function'),
    opensOn: root?.archetype === 'home' ? undefined : root?.archetype,
    wants: (screen) => archetypes.has(screen),
    asks: () => false,
  };
};

const opensOn = ({ phrase }: Subject, domain: Domain | undefined): Archetype | undefined => {
  const head = readPrompt(phrase);
  if (saysOne(head, timerWords.any)) return 'timer';
  if (domain?.id === 'social' || domain?.id === 'news') return 'feed';
  return domain?.id === 'chat' || domain?.id === 'assistant' ? 'list' : undefined;
};

const timerKind = (prompt: PromptText): TimerKind =>
  (['chess', 'countdown', 'stopwatch'] as const).find((kind) => saysOne(prompt, timerWords[kind])) ?? 'interval';

/** @param words with `|` between them */
const saysOne = (prompt: PromptText, words: string): boolean => words.split('|').some((word) => prompt.find(word) >= 0);
