import type { EntityPlan } from '../generation/plan.js';
import { entityFromNoun, entityFromTemplate } from './entity-plan.js';
import { traitsOf } from './lexicon/domain-traits.js';
import { goodsOf, stockedWith } from './goods.js';
import { EXTRA_FIELDS } from './lexicon/extra-fields.js';
import { FEATURES } from './lexicon/features.js';
import type { Domain, KnownEntity } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import { TRUE_SYNONYMS } from './lexicon/synonyms.js';
import { isNoThing, listedThings } from './mentioned-things.js';
import { capitalised, isPlural, singularOf } from './nouns.js';
import { readPrompt, shortened, wordsOf, type PromptText } from './prompt-text.js';
import type { Subject } from './subject.js';

const MAX_ENTITIES = 3;
const MAX_NOUN_LENGTH = 24;

/** One to three things the app keeps records of: those the prompt names, then those its domain brings. */
export const findEntities = (
  prompt: PromptText,
  subject: Subject,
  domain: Domain | undefined,
  random: () => number,
): readonly EntityPlan[] => {
  const chosen = domain ? knownThings(prompt, domain) : [];
  const nouns = domain ? unknownListedNouns(prompt, chosen) : mainNouns(prompt, subject);
  const own = domain?.entities ?? [];
  const known = chosen.length > 0 ? chosen : own.slice(0, 1);
  const filled =
    nouns.length === 0 && known.length === 1
      ? [...known, ...own.filter((one) => !known.includes(one)).slice(0, 1)]
      : known;
  const extras = EXTRA_FIELDS.filter(({ words }) => words.some((word) => prompt.find(word) >= 0)).map(
    ({ field }) => field,
  );
  const make = [
    ...filled.map(
      (entity, index) => () =>
        entityFromTemplate(stocked(inPromptsWords(entity, prompt), prompt), index === 0 ? extras : [], random),
    ),
    ...nouns.map(
      (noun, index) => () =>
        entityFromNoun(noun, prompt.language, filled.length + index === 0 ? extras : [], random, index),
    ),
  ];
  return withUniqueNames(make.slice(0, MAX_ENTITIES).map((entity) => entity()));
};

/** A shop's shelves hold what the prompt says it sells. */
const stocked = (entity: KnownEntity, prompt: PromptText): KnownEntity => {
  const goods = entity.name === 'Product' ? goodsOf(prompt) : undefined;
  return goods === undefined ? entity : stockedWith(entity, goods);
};

/** The domain's things that the prompt names, in its order, then other domains' things that it lists. */
const knownThings = (prompt: PromptText, domain: Domain): readonly KnownEntity[] => {
  const own = domain.entities
    .map((entity) => ({ entity, at: firstMention(entity, prompt) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ entity }) => entity);
  const listed = listedThings(prompt).filter((thing) => !isFeature(thing));
  const foreign = DOMAINS.flatMap(({ entities }) => entities).filter(
    (entity) => !domain.entities.includes(entity) && listed.some((thing) => isNameOf(entity, thing.toLowerCase())),
  );
  const first = domain.entities[0];
  // A shop without its wares would have nothing to put into the cart.
  const lacksWares = traitsOf(domain.id).sells === true && first !== undefined && !own.includes(first);
  const leading = first && (own.length === 0 || lacksWares) ? [first, ...own] : own;
  const all = unique([...leading, ...foreign]);
  const inOrder =
    own.length === 0 || lacksWares ? all : all.toSorted((a, b) => firstMention(a, prompt) - firstMention(b, prompt));
  return inOrder.slice(0, MAX_ENTITIES);
};

/** The entity under the prompt's own word for it: `Movies` for the lexicon's films, `Rezepte` for its recipes. */
const inPromptsWords = (entity: KnownEntity, prompt: PromptText): KnownEntity => {
  if (names(entity).some((name) => prompt.find(name) >= 0)) return entity;
  const isEnglish = prompt.language === 'English';
  const word = entity.words.find(
    (candidate) => prompt.find(candidate) >= 0 && (!isEnglish || TRUE_SYNONYMS.has(candidate)),
  );
  return word === undefined
    ? entity
    : { ...entity, label: capitalised(isEnglish ? singularOf(word) : word), plural: capitalised(word) };
};

const firstMention = (entity: KnownEntity, prompt: PromptText): number =>
  [...names(entity), ...entity.words].reduce((first, word) => {
    const at = prompt.find(word);
    return at >= 0 && (first < 0 || at < first) ? at : first;
  }, -1);

const names = (entity: KnownEntity): readonly string[] => [entity.label.toLowerCase(), entity.plural.toLowerCase()];

const isNameOf = (entity: KnownEntity, thing: string): boolean =>
  names(entity).includes(thing) || (TRUE_SYNONYMS.has(thing) && entity.words.includes(thing));

const unique = (entities: readonly KnownEntity[]): readonly KnownEntity[] =>
  entities.filter((entity, index) => entities.findIndex((other) => other.name === entity.name) === index);

/** Plural nouns of the prompt's lists that no domain knows (`beehives`), beside those already found. */
const unknownListedNouns = (prompt: PromptText, found: readonly KnownEntity[]): readonly string[] => {
  const goods = found.some(({ name }) => name === 'Product') ? wordsOf(goodsOf(prompt) ?? '') : [];
  const taken = new Set([...found.flatMap((entity) => [...names(entity), ...entity.words]), ...goods]);
  return listedThings(prompt)
    .filter((thing) => isPlural(thing) && !isNoThing(thing) && !isFeature(thing) && thing.length <= MAX_NOUN_LENGTH)
    .filter((thing) => !wordsOf(thing).some((word) => taken.has(word) || taken.has(singularOf(word))))
    .filter(
      (thing) =>
        !found.some(({ fields }) =>
          fields.some(({ label }) => label.toLowerCase() === singularOf(thing.toLowerCase())),
        ),
    )
    .filter((thing) => !EXTRA_FIELDS.some(({ words }) => words.includes(thing.toLowerCase())))
    .slice(0, Math.max(0, MAX_ENTITIES - Math.max(found.length, 1)));
};

/** Where no domain is known: what the prompt lists, else the last words of its subject. */
const mainNouns = (prompt: PromptText, subject: Subject): readonly string[] => {
  const listed = listedThings(prompt).filter(
    (thing) => isPlural(thing) && !isNoThing(thing) && !isFeature(thing) && thing.length <= MAX_NOUN_LENGTH,
  );
  const main = subjectNoun(subject);
  const besides = listed.filter((thing) => singularOf(thing.toLowerCase()) !== singularOf(main.toLowerCase()));
  const isSubjectListed = listed.length > besides.length || besides.some((thing) => subject.phrase.includes(thing));
  const all = isSubjectListed ? listed : [main, ...besides];
  return all.length === 0 ? [FALLBACK_NOUN] : all.slice(0, MAX_ENTITIES);
};

const FALLBACK_NOUN = 'entries';

const subjectNoun = ({ phrase }: Subject): string => {
  const words = phrase.split(' ').filter((word) => wordsOf(word).length > 0);
  while (words.length > 1 && ROLE_WORDS.test(words.at(-1) ?? '')) words.pop();
  const noun = words.slice(-2).join(' ');
  const short = noun.length <= MAX_NOUN_LENGTH ? noun : shortened(words.at(-1) ?? '', MAX_NOUN_LENGTH);
  return wordsOf(short).length === 0 || isRoleOnly(short) ? FALLBACK_NOUN : short;
};

const ROLE_WORDS =
  /^(?:track(?:er|ing)|manag(?:er|ing|ement)|plann(?:er|ing)|organi[sz](?:er|ing)|log(?:ger|ging|book)?|diary|journal|finder|helper|assistant|companion|tool|builder|viewer|collection|list|lists|catalogu?e?|guide|hub|board|dashboard|database|club|buddy|service|portal|directory|register|calculator|simulator|generator|sharing|logging)$/i;

const isRoleOnly = (noun: string): boolean => ROLE_WORDS.test(noun);

const isFeature = (thing: string): boolean => {
  const text = readPrompt(thing);
  return FEATURES.some(({ words }) => words.some((word) => text.find(word) >= 0));
};

const withUniqueNames = (entities: readonly EntityPlan[]): readonly EntityPlan[] =>
  entities.filter(
    (entity, index) =>
      entities.findIndex((other) => other.name === entity.name || other.plural === entity.plural) === index,
  );
