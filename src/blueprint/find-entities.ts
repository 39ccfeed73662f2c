import type { EntityPlan } from '../generation/plan.js';
import { askedChat } from './asked-chat.js';
import { entityFromNoun, entityFromTemplate } from './entity-plan.js';
import { countsAnything, isSpokenOf, keptNoun } from './find-domain.js';
import { fittingThings, ofAnyWorld } from './fitting-samples.js';
import type { AskedFunctions } from './functions/find-functions.js';
import { replacedBy, saysAny, standsFor } from './functions/thing-data.js';
import { goodsOf, stockedWith } from './goods.js';
import { EXTRA_FIELDS } from './lexicon/extra-fields.js';
import { kindOf } from './lexicon/noun-kinds.js';
import type { Domain, KnownEntity } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import relations from './lexicon/relations.json' with { type: 'json' };
import { isListedDetail } from './listed-fields.js';
import { isNoThing, isRemark, isScrap, listedThings, managedPeople } from './mentioned-things.js';
import { capitalised, isPlural, pluralOf, singularOf } from './nouns.js';
import { isLong, readPrompt, wordsOf, type PromptText } from './prompt-text.js';
import { isAmong } from './request-nouns.js';
import type { Subject } from './subject.js';
import { isFeature, mainNouns, MAX_ENTITIES, mostNouns, usableNouns } from './usable-nouns.js';

type Things = readonly KnownEntity[];

/** Words up to which a request leaves it to us what else its app keeps. */
const BARE_REQUEST = 6;

/** The things the app keeps records of: those its functions need, those the prompt names, then those its domain brings. */
export const findEntities = (
  prompt: PromptText,
  subject: Subject,
  domain: Domain | undefined,
  functions: AskedFunctions,
  random: () => number,
): readonly EntityPlan[] => {
  const own = functions.things;
  const taken = replacedBy(own.map(({ name }) => name));
  const isFree = ({ name, plural }: KnownEntity): boolean =>
    !taken.has(name) && !own.some((thing) => thing.plural === plural);
  const doesSomething = functions.kind !== undefined;
  const fitting = domain ? fittingThings(domain, subject, prompt) : [];
  const elsewhere = thingsElsewhere(prompt);
  const named = domain || doesSomething ? knownThings(prompt, fitting, elsewhere) : [];
  const isNounsOfFunctions = !domain && doesSomething && !isLong(prompt);
  const listed =
    domain || doesSomething
      ? unknownListedNouns(prompt, domain ? withWares(named, domain) : [...named, ...own])
      : mainNouns(prompt, subject);
  const nouns = (isNounsOfFunctions ? [] : listed).filter(
    (noun) =>
      !functions.isSpokenFor(noun) &&
      !own.some((thing) => (standsFor(thing.name, noun) && !isSaid(thing, prompt)) || isPartOf(thing, noun)),
  );
  const known = domain ? withMainThing(named, nouns, { ...domain, entities: fitting }, subject) : named;
  const isBare = domain !== undefined && (domain.sells || prompt.words.length <= BARE_REQUEST);
  const filled =
    isBare && own.length === 0 && nouns.length === 0 && known.length === 1
      ? [...known, ...fitting.filter((one) => !known.includes(one)).slice(0, 1)]
      : known;
  const extras = EXTRA_FIELDS.filter(({ words }) => words.some((word) => prompt.find(word) >= 0)).map(
    ({ field }) => field,
  );
  const rest = filled.map((entity) => inPromptsWords(entity, prompt)).filter(isFree);
  const chat = askedChat(prompt, rest);
  const isFirst = (index: number): boolean => own.length === 0 && index === 0;
  const most = Math.max(mostNouns(prompt), own.length + Number(chat !== undefined || isLong(prompt)));
  const ofFunctions = own.map((thing) => () => entityFromTemplate(thing, [], random));
  const others = [
    ...rest.map(
      (entity, index) => () => entityFromTemplate(stocked(entity, prompt), isFirst(index) ? extras : [], random),
    ),
    ...nouns.map((noun, index) => () => {
      const more = isFirst(rest.length + index) ? extras : [];
      const thing = domain ? undefined : foreignThing(elsewhere, noun.toLowerCase(), prompt);
      return thing && isFree(thing)
        ? entityFromTemplate(calledInEnglish(thing, noun), more, random)
        : entityFromNoun(noun, prompt.language, more, random);
    }),
  ].slice(0, most - own.length - Number(chat !== undefined));
  const chats = chat ? [() => entityFromTemplate(chat, [], random)] : [];
  const kept = domain ? [...others, ...ofFunctions, ...chats] : [...ofFunctions, ...others, ...chats];
  const make = domain?.id === 'chat' ? [...chats, ...others, ...ofFunctions] : kept;
  const all = unique(make.map((entity) => entity()));
  return withoutDoubles(all, own, prompt);
};

/** A thing under its own name stands for no other one: hotels that are booked are no attractions. Files of all sorts are in one list. */
const isSaid = ({ name, plural }: KnownEntity, prompt: PromptText): boolean =>
  name !== 'File' && prompt.find(plural.toLowerCase()) >= 0;

/** A shop's wares stand for what the prompt says it sells. */
const withWares = (named: Things, { sells, entities }: Domain): Things =>
  sells ? [...named, ...entities.slice(0, 1)] : named;

/** A shop's shelves hold what the prompt says it sells; what people offer each other is called so. */
const stocked = (entity: KnownEntity, prompt: PromptText): KnownEntity => {
  const goods = /^(?:Product|Order|Offer)$/.test(entity.name) ? goodsOf(prompt) : undefined;
  if (goods === undefined) return entity;
  return entity.name === 'Offer'
    ? { ...calledInEnglish(entity, pluralOf(goods)), rows: [] }
    : stockedWith(entity, goods);
};

/** The domain's things that the prompt names and other domains' things that it lists, in its order. */
const knownThings = (prompt: PromptText, ofDomain: Things, elsewhere: Things): Things => {
  const isDetail = ({ label }: KnownEntity): boolean => isListedDetail(label, prompt);
  const own = ofDomain.filter((entity) => firstMention(entity, prompt) >= 0 && !isDetail(entity));
  const listed = listedThings(prompt).filter(
    (thing) =>
      !isFeature(thing) &&
      !isListedDetail(thing, prompt) &&
      !own.some((entity) => isCalled(entity, thing.toLowerCase())),
  );
  const others = elsewhere.filter(({ name }) => !ofDomain.some((entity) => entity.name === name));
  const foreign = listed.flatMap((thing) => foreignThing(others, thing.toLowerCase(), prompt) ?? []);
  return unique([...own, ...foreign])
    .toSorted(
      (a, b) =>
        Number(isRemark(a.plural)) - Number(isRemark(b.plural)) || firstMention(a, prompt) - firstMention(b, prompt),
    )
    .slice(0, MAX_ENTITIES);
};

/**
 * The domain's main thing leads where the prompt names none of the domain's own, and in a shop, whose cart needs wares; not
 * where the domain is only spoken of in passing and the prompt lists enough things itself.
 */
const withMainThing = (named: Things, nouns: readonly string[], domain: Domain, subject: Subject): Things => {
  const [usual] = domain.entities;
  if (usual === undefined) return named;
  const kept = keptNoun(subject);
  const holds = kept !== undefined && countsAnything(domain) && !isCalled(usual, kept) && !isPlaceOrPeople(kept);
  const main = holds ? { ...calledInEnglish(usual, kept), rows: [] } : usual;
  if (named.includes(usual)) return named.map((thing) => (thing === usual ? main : thing));
  const isInPassing = !domain.words.some((word) => readPrompt(subject.phrase).find(word) >= 0);
  const isNamed = named.some((entity) => domain.entities.includes(entity));
  const isListed = isInPassing && named.length + nouns.length > 1;
  return !domain.sells && (isNamed || isListed) ? named : [main, ...named].slice(0, MAX_ENTITIES);
};

/** Whose inventory it is, not what is in it: `home inventory`. */
const isPlaceOrPeople = (noun: string): boolean =>
  /^(?:homes|rooms|sites|organisations|people)$/.test(kindOf(singularOf(noun)).kind);

/** The entity under the prompt's own word for it: `Movies` for the lexicon's films, `Rezepte` for its recipes. */
const inPromptsWords = (entity: KnownEntity, prompt: PromptText): KnownEntity => {
  if (names(entity).some((name) => prompt.find(name) >= 0)) return entity;
  const isEnglish = prompt.language === 'English';
  const said = entity.words.filter((candidate) => prompt.find(candidate) >= 0);
  const word = isEnglish
    ? said.map((candidate) => pluralOf(singularOf(candidate))).find((plural) => isAmong('true synonyms', plural))
    : said[0];
  if (word !== undefined)
    return isEnglish
      ? calledInEnglish(entity, word)
      : { ...entity, label: capitalised(word), plural: capitalised(word) };
  // What is only akin keeps the fields, under the prompt's own word; the records would be others.
  const akin = said.find((candidate) => /^[a-z]{4,}s$/.test(candidate) && isPlural(candidate) && !isNoThing(candidate));
  return akin === undefined ? entity : { ...calledInEnglish(entity, akin), rows: [] };
};

/** Where a thing is called otherwise, so is the field that holds its name: a transaction is no `Expense`. */
const calledInEnglish = (entity: KnownEntity, plural: string): KnownEntity => {
  const label = capitalised(singularOf(plural));
  const fields = entity.fields.map((field) => (field.label === entity.label ? { ...field, label } : field));
  return { ...entity, label, plural: capitalised(plural), fields };
};

const firstMention = (entity: KnownEntity, prompt: PromptText): number =>
  [...names(entity), ...entity.words].reduce((first, word) => {
    const at = prompt.find(word);
    return at >= 0 && (first < 0 || at < first) ? at : first;
  }, -1);

const names = (entity: KnownEntity): readonly string[] => [entity.label.toLowerCase(), entity.plural.toLowerCase()];

/** What other kinds of app keep, without its records where it may mean something else in this one. */
const thingsElsewhere = (prompt: PromptText): Things => {
  // Students and teachers are two kinds of people, and each has what people have.
  const isAnybody = (name: string): boolean => name === 'Person' && prompt.language === 'English';
  return DOMAINS.flatMap((domain) => {
    const isItsWorld = isSpokenOf(domain, prompt) && domain.words.some((word) => prompt.find(word) >= 0);
    return domain.entities
      .filter(({ name }) => !isAnybody(name) && (isItsWorld || !isAmong('of one world', name)))
      .map((one) => (!isLong(prompt) && (isItsWorld || isAmong('known by name', one.name)) ? one : ofAnyWorld(one)));
  });
};

/** The thing of this name; else one that it may stand for: in English only true synonyms, of other languages every word. */
const foreignThing = (others: Things, thing: string, { language }: PromptText): KnownEntity | undefined =>
  others.find((entity) => names(entity).includes(thing)) ??
  (language !== 'English' || isAmong('true synonyms', thing)
    ? others.find(({ words }) => words.includes(thing))
    : undefined) ??
  (language === 'English' ? undefined : mainThingOf(thing, others));

/** In other languages, a word of a kind of app stands for its main thing: `dépenses` are expenses. */
const mainThingOf = (thing: string, others: Things): KnownEntity | undefined => {
  const said = readPrompt(thing);
  const domain = DOMAINS.find(({ words }) => !thing.includes(' ') && words.some((word) => said.find(word) === 0));
  return others.find(({ name }) => name === domain?.entities[0]?.name);
};

const isCalled = (entity: KnownEntity, thing: string): boolean => [...names(entity), ...entity.words].includes(thing);

/** Whether a thing is this entity under another word, or one of its fields. */
const isPartOf = (entity: KnownEntity, thing: string): boolean =>
  isCalled(entity, thing) ||
  entity.fields.some(({ label }) => singularOf(label.toLowerCase()) === singularOf(thing.toLowerCase()));

const unique = <T extends EntityPlan | KnownEntity>(entities: readonly T[]): readonly T[] =>
  entities.filter(
    (entity, index) =>
      entities.findIndex((other) => other.name === entity.name || other.plural === entity.plural) === index,
  );

/** Of two lists for one thing (`Items` and `Inventory`) the better one is kept; a function needs its own. */
const withoutDoubles = (entities: readonly EntityPlan[], own: Things, prompt: PromptText): readonly EntityPlan[] =>
  relations['one thing']
    .filter(({ unless }) => !saysAny(prompt.clean, unless))
    .reduce((all, { names: named }) => {
      const place = ({ plural }: EntityPlan): number =>
        named.split(' ').indexOf(singularOf(plural.toLowerCase().split(' ').at(-1) ?? ''));
      const isOwn = ({ name }: EntityPlan): boolean => own.some((thing) => thing.name === name);
      const same = all.filter((entity) => place(entity) >= 0);
      const best = same.find(isOwn) ?? same.toSorted((a, b) => place(a) - place(b))[0];
      return all.filter((entity) => entity === best || place(entity) < 0 || isOwn(entity));
    }, entities);

/** Plural nouns of the prompt's lists that no domain knows (`beehives`), beside those already found. */
const unknownListedNouns = (prompt: PromptText, found: Things): readonly string[] => {
  const goods = found.some(({ name }) => name === 'Product') ? wordsOf(goodsOf(prompt) ?? '') : [];
  const taken = new Set([...found.flatMap((entity) => [...names(entity), ...entity.words]), ...goods]);
  const managed = managedPeople(prompt);
  return usableNouns(prompt)
    .filter((thing) => !taken.has(lastWordOf(thing)) && !taken.has(singularOf(lastWordOf(thing))))
    .filter((thing) => managed.includes(thing) || !found.some((entity) => isPartOf(entity, thing.toLowerCase())))
    .filter((thing) => found.length === 0 || !isScrap(thing))
    .slice(0, Math.max(0, mostNouns(prompt) - Math.max(found.length, 1)));
};

const lastWordOf = (thing: string): string => wordsOf(thing).at(-1) ?? '';
