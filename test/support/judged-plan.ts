import { differenceCiede2000 } from 'culori';

import type { AppPlan } from '../../src/generation/plan.js';
import fifth from './fifth-lot.json' with { type: 'json' };
import fourth from './fourth-lot.json' with { type: 'json' };
import seventh from './seventh-lot.json' with { type: 'json' };
import sixth from './sixth-lot.json' with { type: 'json' };
import table from './further-prompts.json' with { type: 'json' };
import third from './third-lot.json' with { type: 'json' };

/** What a person with this prompt expects, written down before any result was seen. `|` separates alternatives: `report|dashboard`. */
export interface Expected {
  readonly prompt: string;
  /** Kinds of function screens, of other screens (`map`, `cart`), or `timer`. */
  readonly functions: readonly string[];
  /** Names of the kinds of records. */
  readonly records: readonly string[];
  /** Words in the fields that link one kind of record to another. */
  readonly links?: readonly string[];
  /** Kinds of screens that would be a misunderstanding. */
  readonly not?: readonly string[];
  /** What rules cannot build; the notes must say so. */
  readonly missing?: readonly string[];
  /** `any`: a colour with a name that no standard defines. */
  readonly colours?: { readonly background: string; readonly primary: string };
  /** Language code; default: English. */
  readonly language?: string;
  /** Evaluated only once, after the rules were finished. */
  readonly isHeldOut?: boolean;
}

export const FURTHER_PROMPTS: readonly Expected[] = table;

/** Twenty that were drawn and expected before the rules of today had seen them. */
export const THIRD_LOT: readonly Expected[] = third;

/** Twenty more, drawn and expected after the third lot had served to mend the rules. */
export const FOURTH_LOT: readonly Expected[] = fourth;

/** Twenty more, drawn and expected by somebody who had not read the rules, after the fourth lot had served to mend them. */
export const FIFTH_LOT: readonly Expected[] = fifth;

/** Twenty more, twelve of them from WebGen-Bench’s test part, drawn and expected like the fifth lot. */
export const SIXTH_LOT: readonly Expected[] = sixth;

/** Twenty more, drawn and expected like the sixth lot, after that had served to mend the rules. */
export const SEVENTH_LOT: readonly Expected[] = seventh;

/** How a plan compares with the expectations. */
export interface Judgement {
  /** `part`: at least half of the expectations are met. */
  readonly does: 'yes' | 'part' | 'no';
  readonly lacks: readonly string[];
  readonly nonsense: readonly string[];
  /** What the notes should say but do not. */
  readonly unsaid: readonly string[];
  readonly hasColours: boolean;
  readonly hasLanguage: boolean;
}

export const judge = (plan: AppPlan, expected: Expected): Judgement => {
  const kinds = plan.screens.flatMap(({ archetype, function: does }) => [archetype, ...(does ? [does.kind] : [])]);
  const names = plan.entities.map(({ label, name, plural }) => [label ?? name, plural].join(' '));
  const links = plan.entities.flatMap((entity) =>
    entity.fields.flatMap(({ name, label, to }) =>
      to === undefined ? [] : [`${entity.label ?? entity.name} ${name} ${label}`],
    ),
  );
  const lacks = [
    ...expected.functions.filter((words) => !words.split('|').some((word) => (kinds as string[]).includes(word))),
    ...expected.records.filter((words) => !names.some((name) => says(name, words))),
    ...(expected.links ?? []).filter((words) => !links.some((link) => new RegExp(words, 'i').test(link))),
  ];
  const all = expected.functions.length + expected.records.length + (expected.links ?? []).length;
  const isMisread = (expected.not ?? []).some((kind) => (kinds as string[]).includes(kind));
  const notes = plan.notes.filter((note) => !/^(?:Understood|No known kind|Everything stays)/.test(note)).join('\n');
  return {
    does: isMisread || lacks.length * 2 > all ? 'no' : lacks.length === 0 ? 'yes' : 'part',
    lacks,
    nonsense: nonsenseOf(plan),
    unsaid: (expected.missing ?? []).filter((words) => !new RegExp(words, 'i').test(notes)),
    hasColours: (['background', 'primary'] as const).every((part) => isNear(plan.palette?.[part], expected, part)),
    hasLanguage: (plan.language ?? 'en') === (expected.language ?? 'en'),
  };
};

/** Names that nobody would choose, and samples generated from a name. */
const nonsenseOf = ({ name, screens, entities }: AppPlan): readonly string[] => [
  ...[name, ...screens.map((screen) => screen.name), ...entities.map(({ plural }) => plural)].filter((one) =>
    SCRAPS.test(one),
  ),
  ...(/Willow|Old Oak|Juniper/.exec(JSON.stringify(entities.map(({ samples }) => samples))) ?? []),
];

/** Leading verbs and function words, words about software, and what a colour is for. */
const SCRAPS =
  /^(?:and|or|the|with|such|other|various|different|more|all|manage|follow|place|view|query|perform|track(?! )|log in|tell|let|show|decide|three|verwalten|container)\b.|\b(?:functionalit|functions?$|features?$|background|components?$|should|users? to\b|and$|of$|for$|the$|to$)/i;

const says = (name: string, words: string): boolean =>
  new RegExp(`(?<![\\p{Script=Latin}])(?:${words})`, 'iu').test(name);

const distance = differenceCiede2000();

/** Colour names outside CSS are not exact, so a similar colour is correct. */
const isNear = (found: string | undefined, { colours }: Expected, part: 'background' | 'primary'): boolean => {
  const wanted = colours?.[part];
  if (wanted === undefined) return found === undefined;
  return found !== undefined && (wanted === 'any' || distance(found, wanted) < 12);
};
