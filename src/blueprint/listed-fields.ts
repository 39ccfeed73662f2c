import type { AppLanguage, EntityPlan, FieldPlan } from '../generation/plan.js';
import { typeName, withAdded } from './entity-plan.js';
import { saysAny } from './functions/thing-data.js';
import { detailKindOf, type DetailKind, type HeadPlace } from './lexicon/detail-nouns.js';
import words from './lexicon/listed-details.json' with { type: 'json' };
import { isOfNounKind } from './lexicon/noun-kinds.js';
import { capitalised, isPlural, singularOf } from './nouns.js';
import { labelIn } from './languages/labels.js';
import { archetypeOf } from './named-screens.js';
import { onceEach } from './once-each.js';
import { appLanguageOf, isHeadFirst, wordsOf, type Language, type PromptText } from './prompt-text.js';
import { clauseAt, isVerb } from './request-nouns.js';
import { sampleValue } from './sample-values.js';

/** A detail that a prompt lists (`creation time`), in its own words. */
interface Detail {
  readonly said: string;
  /** Whether it stands in the plural: `authors`. */
  readonly isMany: boolean;
  readonly kind: DetailKind;
  readonly choices?: readonly string[] | undefined;
}

type Found = Detail & { readonly isGuess: boolean };

/** A list of details, and what the prompt says before it. */
interface Listing {
  readonly before: string;
  /** What stands behind the list as their owner: `the title and price of each work`. */
  readonly owner: string;
  readonly details: readonly Detail[];
  /** Whether they are said of this owner, and of no other kind of record. */
  readonly isOwned?: boolean;
}

/**
 * The records with the details that the prompt lists for them (`works, including the title, creator and creation time`) as fields. They go
 * to the kind of record named last before the list, else to the first; the general fields of an unknown thing give way to them.
 */
export const withListedFields = (
  entities: readonly EntityPlan[],
  prompt: PromptText,
  random: () => number,
): readonly EntityPlan[] =>
  listingsOf(prompt).reduce((all, listing) => {
    const owner = ownerOf(listing, all) ?? (listing.isOwned === true ? undefined : all[0]);
    const isOfSomebody = listing.details.every(({ said }) => saysAny(said, words['asked of a person']));
    return owner === undefined || (isOfSomebody && owner.icon !== 'people-outline')
      ? all
      : all.map((entity) =>
          entity === owner ? withDetails(entity, listing.details, appLanguageOf(prompt), random) : entity,
        );
  }, entities);

/** Whether a noun is only named as a detail of something. */
export const isListedDetail = (noun: string, prompt: PromptText): boolean => {
  const form = singularOf(noun.toLowerCase());
  const isSame = ({ said }: Pick<Detail, 'said'>): boolean => singularOf(said.toLowerCase()) === form;
  const isChoice = ({ choices = [] }: Detail): boolean => choices.some((said) => isSame({ said }));
  const listed = listingsOf(prompt).filter(({ details }) => details.some((one) => isSame(one) || isChoice(one))).length;
  return listed > 0 && timesSaid(form, prompt.clean) <= listed;
};

const timesSaid = (singular: string, text: string): number =>
  wordsOf(text).map(singularOf).join(' ').split(wordsOf(singular).map(singularOf).join(' ')).length - 1;

const ownerOf = ({ before, owner }: Listing, entities: readonly EntityPlan[]): EntityPlan | undefined => {
  const place = ({ label = '', plural }: EntityPlan, text: string): number =>
    Math.max(...[label, plural, singularOf(plural)].map((name) => lastPlaceOf(name, text)));
  const best = (text: string): EntityPlan | undefined =>
    entities.filter((entity) => place(entity, text) >= 0).toSorted((a, b) => place(b, text) - place(a, text))[0];
  return best(owner) ?? best(before);
};

const lastPlaceOf = (name: string, text: string): number =>
  name === '' ? -1 : ` ${wordsOf(text).join(' ')} `.lastIndexOf(` ${wordsOf(name).join(' ')} `);

const withDetails = (
  entity: EntityPlan,
  details: readonly Detail[],
  language: AppLanguage,
  random: () => number,
): EntityPlan => {
  const [title, ...own] = entity.fields;
  if (title === undefined) return entity;
  const isGeneral = [title, ...own].some(isOfNounKind) && details.length > 1;
  const said = details.map((detail) => ({ ...detail, said: withoutOwner(detail.said, entity) }));
  const named = said.find(({ kind }) => kind.type === 'title');
  const kept = isGeneral ? own.filter((field) => !isOfNounKind(field)) : own;
  const added = said
    .filter(({ kind }) => kind.type !== 'title' && kind.type !== 'picture')
    .reduce<FieldPlan[]>((fields, detail) => {
      const field = fieldOf(detail, kept.length + fields.length);
      return [title, ...kept, ...fields].some((one) =>
        isSameField({ ...one, label: labelIn(one.label, language) }, field),
      )
        ? fields
        : [...fields, field];
    }, [])
    .slice(0, MOST_FIELDS);
  if (added.length === 0) return entity;
  const isLongtext = ({ type }: FieldPlan): boolean => type === 'longtext';
  const notes = isGeneral && ![...kept, ...added].some(isLongtext) ? own.filter(isLongtext) : [];
  const head = isGeneral && named ? { ...title, label: capitalised(named.said) } : title;
  return {
    ...entity,
    fields: withAdded([head, ...kept, ...notes], added),
    samples: entity.samples.map((sample) => ({
      ...sample,
      ...Object.fromEntries(added.map((field) => [field.name, sampleValue(field, random)])),
    })),
  };
};

const MOST_FIELDS = 10;
const MOST_LETTERS = 40;

/** `comic introductions` of comics are introductions, the `product name` of a product is its name. */
const withoutOwner = (said: string, { label = '' }: EntityPlan): string => {
  const owner = [label, label.split(' ').at(-1) ?? ''].find((name) =>
    said.toLowerCase().startsWith(`${name.toLowerCase()} `),
  );
  return owner === undefined ? said : said.slice(owner.length + 1);
};

const isSameField = (one: FieldPlan, other: FieldPlan): boolean =>
  one.name === other.name ||
  singularOf(one.label.toLowerCase()) === singularOf(other.label.toLowerCase()) ||
  one.label.startsWith(`${other.label}/`) ||
  (one.type === other.type && ONE_OF_A_KIND.has(one.type) && !other.label.includes(' ')) ||
  (one.unit !== undefined && one.unit === other.unit && !other.label.includes(' '));

/** A thing with a date needs no second one that is only called so. */
const ONE_OF_A_KIND: ReadonlySet<FieldPlan['type']> = new Set(['date', 'time', 'money']);

const fieldOf = ({ said, kind, choices }: Detail, index: number): FieldPlan => {
  const { type, ...rest } = kind;
  const label = capitalised(said);
  const name = typeName(label);
  const isChoice = choices !== undefined && choices.length > 1;
  return {
    name: name === 'Entry' || name === 'Id' ? `detail${index + 1}` : name.charAt(0).toLowerCase() + name.slice(1),
    label,
    type: isChoice ? 'choice' : (type as FieldPlan['type']),
    ...rest,
    ...(isChoice && { choices }),
    isRequired: false,
  };
};

const listingsOf = onceEach((prompt: PromptText): readonly Listing[] => {
  const choices = new Map<string, readonly string[]>();
  const text = prompt.clean.replaceAll(IN_BRACKETS, (_, head: string, list: string) => {
    choices.set(head.toLowerCase(), [...new Set(list.split(BETWEEN).map((choice) => capitalised(bare(choice))))]);
    return head;
  });
  const listed = [...text.matchAll(CUE)].flatMap(({ index, 0: cue }): readonly Listing[] => {
    const [, list = '', owner = ''] = LIST.exec(text.slice(index + cue.length)) ?? [];
    const before = text.slice(0, index);
    const chosen = saysAny(cue, words.naming) ? choiceBehind(before, list) : [];
    const details = chosen.length > 0 ? [] : detailsIn(list, cue, text, prompt.language);
    const named = ({ said }: Detail): readonly string[] | undefined => choices.get(wordsOf(said).at(-1) ?? '');
    return details.length === 0
      ? chosen
      : [{ before, owner, details: details.map((one) => ({ ...one, choices: named(one) })) }];
  });
  const inBrackets = [...prompt.clean.matchAll(IN_BRACKETS)].flatMap(({ index, 1: head = '', 2: list = '' }) =>
    choiceBehind(prompt.clean.slice(0, index + head.length), list),
  );
  const sent = [...prompt.clean.matchAll(SENT)].map(([, list = '']) => list.split(BETWEEN).map(bare));
  const messages = sent.map((choices) => ({
    before: '',
    owner: '',
    details: [choiceOf('message', choices)],
    isOwned: true,
  }));
  return [...listed, ...inBrackets, ...statusesIn(prompt.clean), ...messages];
});

/** `Data structures such as set, list and hash`: what one of them is; `types of messages` are those of messages and of nothing else. */
const choiceBehind = (before: string, list: string): readonly Listing[] => {
  const [, own = '', head, of] = ONE_OF_SEVERAL.exec(before) ?? [];
  const parts = list.split(BETWEEN).map(bare);
  const isOver = (part: string, index: number): boolean =>
    saysAny(part, words['and so on']) ||
    part.split(' ').length > 3 ||
    (index > 1 && index === parts.length - 1 && isVerb(part.toLowerCase()));
  const end = parts.findIndex(isOver);
  const choices = (end < 0 ? parts : parts.slice(0, end)).filter((part) => part !== '');
  if (head === undefined || choices.length < 2 || choices.length > MOST_FIELDS) return [];
  const isOwn = of === undefined && !words.unspecific.split(' ').includes(own.toLowerCase());
  const said = `${isOwn ? own : ''} ${singularOf(head)}`.trim();
  const one = choices.map((choice) =>
    capitalised(isPlural(choice) && !/data$/i.test(choice) ? singularOf(choice) : choice),
  );
  const details = [choiceOf(said, [...new Set(one)])];
  return [
    of === undefined
      ? { before: before.split(/[.!?]/).at(-1) ?? '', owner: '', details }
      : { before: '', owner: of, details, isOwned: true },
  ];
};

const ONE_OF_SEVERAL = new RegExp(words['one of several'], 'iu');

/** `Order status`, `the status of their refunds`: what state a record is in. */
const statusesIn = (text: string): readonly Listing[] =>
  [...text.matchAll(STATUS)].map(([, before = '', behind = before]) => {
    const owner = singularOf(behind.toLowerCase());
    const known = words.statuses.find(({ of }) => of === '' || of.split(' ').includes(owner));
    return { before: '', owner, details: [choiceOf('status', known?.choices.split(', '))], isOwned: true };
  });

/** `Send text, images and videos`: a message is one of them. */
const SENT = new RegExp(words.sent, 'giu');

const choiceOf = (said: string, choices?: readonly string[]): Detail => ({
  said,
  isMany: false,
  kind: { type: 'text' },
  choices,
});

const STATUS = new RegExp(words.status, 'giu');

/** The details of a list, if it is one of details: half of them are known as such, and one at least is of one thing. */
const detailsIn = (list: string, cue: string, text: string, language: Language): readonly Detail[] => {
  const parts = list
    .split(BETWEEN)
    .map(bare)
    .filter((part) => part !== '' && !saysAny(part, words['and so on']));
  const found = parts.flatMap((part) => detailOf(part, text, language) ?? []);
  const known = found.filter(({ isGuess }) => !isGuess);
  const isTelling = saysAny(cue, words.telling);
  const isAlone = parts.length === 1 && !saysAny(cue, words.sorting) && !(isTelling && known.some(isMeasured));
  const ofOne = known.filter(({ isMany }) => !isMany);
  const isHalf =
    ofOne.length >= (saysAny(cue, words['only details follow']) && found.length === parts.length ? 1 : 2) &&
    known.length * 2 >= parts.length;
  // `Queen, brood and date`: things that are kept stand in the plural.
  const isOfOne = found.length === parts.length && found.every(({ isMany }) => !isMany) && isTelling;
  const isEnough = isHalf || (isOfOne && ofOne.length > 0);
  return isEnough && !isAlone ? found : [];
};

/** `A run log with distance`: what stands alone is a detail if it is counted. */
const isMeasured = ({ kind }: Detail): boolean => !/text|title|picture|list/.test(kind.type);

/** What a part of a list says: a known detail; or one that is only a guess, because it stands among known ones. */
const detailOf = (said: string, text: string, language: Language): Found | undefined => {
  const terms = said.split(' ');
  const isEnglish = language === 'English';
  if (terms.length > 5 || said.length > MOST_LETTERS) return undefined;
  const asks = /^(how (?:many|much)|how long|when|how|where|who|what) \w/i.exec(said)?.[1]?.toLowerCase();
  if (asks !== undefined) return { said, kind: kindAsked(asks), isGuess: false, isMany: true };
  const first = terms[0]?.toLowerCase() ?? '';
  if ((isEnglish && clauseAt(terms) >= 0) || saysAny(said, words['no details'])) return undefined;
  const counted = /^(?:number|anzahl|nombre|número|numero) (?:of|der|de|di) /i.test(said);
  const head = said.split(/ (?:of|in|for|per|on|de|du|des|del|di|da|von|van) | d[’']/i)[0] ?? said;
  const isMany = isEnglish && !counted && isPlural(head) && !saysAny(head, words['one in plural']);
  const place: HeadPlace = isHeadFirst(language) ? 'first' : /German|Dutch/.test(language) ? 'compound' : 'last';
  const kind: DetailKind | undefined = counted
    ? { type: 'number' }
    : (detailKindOf(head, place) ?? (isMany ? detailKindOf(singularOf(head), place) : undefined));
  const isDone =
    isEnglish &&
    (isVerb(first) || /ing$/.test(first)) &&
    !(kind && (terms.length === 1 || saysAny(first, words['verbs elsewhere'])));
  if (isDone || (kind?.type === 'picture' && isMany)) return undefined;
  const one = isMany && kind?.type !== 'list' ? singularOf(said) : said;
  if (kind) return { said: one, kind, isGuess: false, isMany };
  if (archetypeOf(said) !== undefined || (isMany && timesSaid(singularOf(said.toLowerCase()), text) > 1))
    return undefined;
  return { said: one, kind: { type: 'text' }, isGuess: true, isMany };
};

const kindAsked = (asks: string): DetailKind =>
  /many|much/.test(asks) ? { type: 'number' } : asks === 'when' ? { type: 'date' } : { type: 'text' };

const BETWEEN = /\s?(?:[,;/+]|&(?=\s)|\s(?:and|or|plus|as well as|und|oder|sowie|y|e|et|ou|o|en)\s)\s?/iu;

/** `status (open, closed)` */
const IN_BRACKETS = /(?<!\p{L})(\p{L}+) \((?:e\.g\. |z\. ?B\. |such as |like )?([^(),/]+(?:[,/]| or )[^()]+)\)/giu;

const CUE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.cues})(?=:? ):? |: `, 'giu');

/** Everything up to where the sentence goes on, and whose details these are. */
const LIST = new RegExp(
  '^([^\\s.!?;:(){}][^.!?;:(){}]*?)(?=$|[.!?;:(){}]|,?\\s(?:including|such as|displaying|showing|submitting|entering|with|mit|avec|con|of (?:the|each|every|all|an?)|so|through|from|to|that|which|while|based|using|for|at|in(?! charge)|on|dans|pour|para|für)\\s)(?:\\sof ((?:the|each|every|all|an?) \\p{L}+(?: \\p{L}+)?))?',
  'iu',
);

const bare = (part: string): string =>
  part
    .replaceAll(/["“”«»„`*_<>=#\\^~$@[\]|]+/g, '')
    .trim()
    .replace(
      /^(?:(?:with|log|record|note|track|enter|save|store|setting|of|and|or|the|an?|my|our|your|their|his|her|its|all|each|every|some|current|corresponding|brief|detailed|relevant|specific|basic|und|der|die|das|den|dem|ein|eine[nmrs]?|seine?[nmr]?|ihre?[nmr]?|et|le|la|les|l[’']|un|une|leurs?|sa|son|ses|el|los|las|una|su|sus|il|lo|gli|os?|as?|uma?|het|de|een)\s+)+/iu,
      '',
    )
    .replace(/^l[’']/i, '');
