import type { FunctionPlan, PageSection, UnitGroup } from '../../generation/function-plan.js';
import type { ScreenPlan, TimerKind } from '../../generation/plan.js';
import type { KnownEntity } from '../lexicon/domain.js';
import { DOMAINS } from '../lexicon/domains.js';
import { ofAnyWorld } from '../fitting-samples.js';
import { isLong, type PromptText } from '../prompt-text.js';
import type { Subject } from '../subject.js';
import table from './functions.json' with { type: 'json' };
import { recordsOfScreen } from './function-records.js';
import unitWords from './unit-words.json' with { type: 'json' };
import { saysAny, thingsNamed, wordsSaid } from './thing-data.js';

/** What an app does besides keeping records, as far as its prompt says. */
export interface AskedFunctions {
  /** What the app does first (`quiz`, `split`); absent: nothing besides keeping records. */
  readonly kind?: string;
  readonly name?: string;
  /** Whether that is what the app is about. */
  readonly isMain: boolean;
  /** The known kind of app whose colours and drawing suit it. */
  readonly like?: string;
  readonly screens: readonly ScreenPlan[];
  /** The kinds of records behind them. */
  readonly things: readonly KnownEntity[];
  /** Whether the app opens on the first of them. */
  readonly isOpened: boolean;
  /** The words of the prompt that asked for them. */
  readonly words: readonly string[];
  /** Whether a word belongs to a function, so that it is no record. */
  readonly isSpokenFor: (word: string) => boolean;
}

interface Section extends PageSection {
  readonly says: string;
}

type Does = Exclude<FunctionPlan, { kind: 'page' }> | { readonly kind: 'page'; readonly sections: readonly Section[] };

interface ScreenRule {
  /** Absent: whenever the rule applies. */
  readonly says?: string;
  readonly name: string;
  readonly tab?: string;
  readonly icon: string;
  readonly function?: Does;
  readonly timer?: TimerKind;
  readonly entity?: string;
}

interface Rule {
  readonly id: string;
  /** The app's name where the prompt has none; absent: its first screen's. */
  readonly name?: string;
  readonly like?: string;
  /** Further words of what it does. */
  readonly does?: string;
  /** All of these must be said. */
  readonly says: readonly string[];
  readonly unless?: string;
  /** Absent: an app about it opens on its first screen. */
  readonly opens?: boolean;
  /** False: any app may have it besides, so that none is called after it. */
  readonly names?: boolean;
  /** Whether the app is about something else that the lexicon knows. */
  readonly isAside?: boolean;
  /** Whether it is only one screen more: the app is of no other kind for it. */
  readonly isExtra?: boolean;
  /** Further kinds of records, each with the words that ask for it; the empty text: always. */
  readonly things?: Readonly<Record<string, string | undefined>>;
  readonly screens: readonly ScreenRule[];
}

const RULES = table as unknown as readonly Rule[];

/** The functions that the verbs and nouns of a prompt ask for, the more particular first. */
export const findFunctions = (prompt: PromptText, subject: Subject): AskedFunctions => {
  const says = (words: string): boolean => words === '' || saysAny(prompt.clean, words);
  const rules = RULES.filter((rule) => rule.says.every(says) && !(rule.unless !== undefined && says(rule.unless)));
  const screens = rules.flatMap((rule) =>
    rule.screens.filter((screen) => says(screen.says ?? '')).map((screen) => planned(screen, prompt)),
  );
  const kept = screens.filter(
    (screen, index) => screens.findIndex((other) => kindOf(other) === kindOf(screen)) === index,
  );
  const head = subject.request.split(BEYOND_THE_HEAD)[0] ?? '';
  const main = rules.find((rule) => rule.isAside !== true && saysAny(head, rule.says[0] ?? ''));
  const first = main ?? rules.find(({ isExtra }) => isExtra !== true);
  const further = rules.flatMap(({ things = {} }) =>
    Object.entries(things).filter((thing): thing is [string, string] => thing[1] !== undefined && says(thing[1])),
  );
  const isContact = ({ function: does }: ScreenPlan): boolean => does?.kind === 'contact';
  const named = [
    ...further.filter(([, words]) => words === '').map(([name]) => name),
    ...kept.filter((screen) => !isContact(screen)).flatMap(recordsOfScreen),
    ...further.map(([name]) => name),
    ...kept.filter(isContact).flatMap(recordsOfScreen),
  ];
  const things = thingsNamed(named, prompt);
  const needed = kept.flatMap(recordsOfScreen);
  const lexicon = DOMAINS.flatMap(({ entities }) => entities).filter(
    ({ name }, index, all) =>
      named.includes(name) &&
      !things.some((thing) => thing.name === name) &&
      all.findIndex((other) => other.name === name) === index,
  );
  return {
    ...(first && { kind: first.id }),
    ...(first?.like !== undefined && { like: first.like }),
    ...(first &&
      first.isAside !== true &&
      first.names !== false && { name: first.name ?? first.screens[0]?.name ?? 'My App' }),
    isMain: main !== undefined,
    screens: kept,
    things: [
      ...things,
      ...lexicon.map((thing) => (isLong(prompt) && !needed.includes(thing.name) ? ofAnyWorld(thing) : thing)),
    ],
    isOpened: main !== undefined && main.opens !== false && main.screens.length > 0,
    words: rules.flatMap(({ does = '', says: asked }) => [
      does,
      ...asked.flatMap((words) => wordsSaid(prompt.clean, words)),
    ]),
    isSpokenFor: (word) => rules.some((rule) => rule.says.some((words) => saysAny(word, words))),
  };
};

/** What the app is about stands before its first comma, and before what it comes with. */
const BEYOND_THE_HEAD = /[.,:;!?]|\s(?:with|including|featuring|mit|con|avec|com)\s/i;

/** Two calculators may stand side by side, as may two texts; two quizzes not. */
const kindOf = ({ name, function: does, entity, timer }: ScreenPlan): string => {
  if (does?.kind === 'calculator') return does.formula;
  return does === undefined ? `${timer} ${entity}` : does.kind === 'page' ? name : does.kind;
};

const planned = (rule: ScreenRule, prompt: PromptText): ScreenPlan => ({
  name: rule.name,
  archetype: rule.timer ? 'timer' : 'function',
  route: rule.name.toLowerCase().replaceAll(' ', '-'),
  icon: rule.icon,
  isTab: true,
  ...(rule.tab !== undefined && { tab: rule.tab }),
  ...(rule.timer && { timer: rule.timer }),
  ...(rule.entity !== undefined && { entity: rule.entity }),
  ...(rule.function && { function: fitted(rule.function, prompt.clean) }),
});

/** The function with what the prompt says of it: its units, its size, the parts of its text. */
const fitted = (does: Does, prompt: string): FunctionPlan => {
  switch (does.kind) {
    case 'converter':
      return { ...does, units: unitsIn(prompt) };
    case 'bingo':
      return { ...does, size: saysAny(prompt, '5 ?[x×] ?5') ? 5 : saysAny(prompt, '3 ?[x×] ?3') ? 3 : does.size };
    case 'page': {
      const sections = does.sections.filter(({ says }) => says === '' || saysAny(prompt, says));
      return { kind: 'page', sections: sections.map(({ heading, text }) => ({ heading, text })) };
    }
    default:
      return does;
  }
};

const unitsIn = (prompt: string): readonly [UnitGroup, ...UnitGroup[]] => {
  const [first, ...others] = UNITS.flatMap(([group, words]) => (saysAny(prompt, words) ? [group] : []));
  return first === undefined ? ['length', 'weight', 'temperature', 'volume'] : [first, ...others];
};

const UNITS = Object.entries(unitWords) as readonly (readonly [UnitGroup, string])[];
