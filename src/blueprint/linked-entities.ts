import type { EntityPlan, FieldPlan, FieldValue } from '../generation/plan.js';
import relations from './lexicon/relations.json' with { type: 'json' };
import { singularOf } from './nouns.js';

/**
 * The kinds of records with what belongs together linked: where the app keeps customers, an order's customer is one of them, and no
 * text. Links that are there stay.
 */
export const linkedEntities = (entities: readonly EntityPlan[]): readonly EntityPlan[] =>
  entities
    .map((entity) => withMaker(withOwner(entity, entities), entities))
    .map((entity, _, all) => linkedTo(entity, all));

const linkedTo = (entity: EntityPlan, entities: readonly EntityPlan[]): EntityPlan => {
  const links = entity.fields.flatMap((field, index) => {
    const target = index === 0 ? undefined : targetOf(field, entity, entities);
    return target ? [{ field, target }] : [];
  });
  const firstOfEach = links.filter(
    ({ target }, index) => links.findIndex((other) => other.target === target) === index,
  );
  return firstOfEach.reduce(withLink, entity);
};

/**
 * What obviously belongs to another kind of record says to which: a photo to its album. Else, what is done to a thing, day by day, says to
 * which: an inspection to a beehive, a fuel stop to a vehicle.
 */
const withOwner = (entity: EntityPlan, entities: readonly EntityPlan[]): EntityPlan => {
  const owners = BELONGS.filter(({ of }) => of.split(' ').includes(headOf(entity))).flatMap(({ to }) => {
    const isOwner = (other: EntityPlan): boolean =>
      [headOf(other), other.name.toLowerCase()].some((name) => to.split(' ').includes(name));
    const others = entities.filter((other) => other !== entity && isOwner(other));
    return others.some(({ name }) => entity.fields.some((field) => field.to === name)) ? [] : others.slice(0, 1);
  });
  if (owners.length > 0) return owners.reduce((one, owner) => withFieldFor(owner, one, entities), entity);
  const owner = entities.find(({ name }) => !NO_OWNER.test(name));
  const isDone = DONE_TO_A_THING.test(entity.label ?? entity.name) && hasDate(entity) && entity.name !== 'Reply';
  if (!owner || owner === entity || !isDone || DONE_TO_A_THING.test(labelOf(owner))) return entity;
  return withFieldFor(owner, entity, entities);
};

const BELONGS = relations['belongs to'];

/** The last word of what a kind of record is called: an exam question is a question. */
const headOf = (entity: EntityPlan): string => labelOf(entity).split(' ').at(-1) ?? '';

/** The first kind of record says who makes or keeps it: a product its manufacturer, a book its author. */
const withMaker = (entity: EntityPlan, entities: readonly EntityPlan[]): EntityPlan => {
  const maker = entities.find((one) => MAKER.test(labelOf(one)));
  const main = entities.find((one) => !MAKER.test(labelOf(one)));
  return maker && entity.name === main?.name ? withFieldFor(maker, entity, entities) : entity;
};

const withFieldFor = (other: EntityPlan, entity: EntityPlan, entities: readonly EntityPlan[]): EntityPlan => {
  const { fields, samples } = entity;
  const name = lowerFirst(other.name);
  const isThere = fields.some(
    (field) => field.to === other.name || field.name === name || targetOf(field, entity, entities) === other,
  );
  if (isThere || other.fields.some(({ to }) => to === entity.name)) return entity;
  const link: FieldPlan = { name, label: other.label ?? other.name, type: 'text', isRequired: false };
  const place = Math.max(1, fields.findLastIndex(({ to }) => to !== undefined) + 1);
  return {
    ...entity,
    fields: fields.toSpliced(place, 0, link),
    samples: samples.map((sample) => ({ ...sample, [name]: '' })),
  };
};

const MAKER = /^(?:manufacturer|supplier|brand|author|artist|publisher|producer|breeder|vendor|department)$/;

/** Kinds of records that a function keeps: nothing is done to them. */
const NO_OWNER = /^(?:Enquiry|Poll|Score|Question|Booking|Request|Report|SharedExpense|GameRule|Document)/;

const DONE_TO_A_THING =
  /(?:inspection|harvest|feeding|bake|fuel stop|service|repair|visit|check|stay|lesson|dose|meal|treatment|reading|measurement|care task|appointment|walk|rental|test|shift|cleaning|training|vaccination|review|comment|testimonial|donation|pledge|bid|enrolment|nomination|complaint|assignment|annotation|reply|answer)$/i;

const hasDate = ({ fields }: EntityPlan): boolean => fields.some(({ type }) => type === 'date');

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const targetOf = (field: FieldPlan, from: EntityPlan, entities: readonly EntityPlan[]): EntityPlan | undefined => {
  if (field.type !== 'text' && field.type !== 'choice') return undefined;
  const others = entities.filter((other) => other !== from && !from.fields.some(({ to }) => to === other.name));
  const names = [field.name, field.label].map((name) => singularOf(name.toLowerCase()));
  return (
    others.find((other) => names.includes(singularOf(other.plural.toLowerCase())) || names.includes(labelOf(other))) ??
    (PERSON.test(field.name) || PERSON.test(field.label) ? others.find(isOfPeople) : undefined)
  );
};

const labelOf = ({ label, name }: EntityPlan): string => (label ?? name).toLowerCase();

/** `From or for`, `Who asks`: whoever it is, it is one of the people that the app keeps. */
const PERSON = /^(?:person|who|who asks|from or for|customer|owner|host|guest|patient)$/i;

const isOfPeople = ({ icon, name, fields }: EntityPlan): boolean =>
  icon === 'people-outline' || (!NO_OWNER.test(name) && fields.some((field) => /^(?:phone|email)$/.test(field.name)));

const withLink = (entity: EntityPlan, { field, target }: { field: FieldPlan; target: EntityPlan }): EntityPlan => {
  const titles = target.samples.map((sample) => sample[target.fields[0]?.name ?? ''] ?? '');
  const { name, label, isRequired } = field;
  const link: FieldPlan = {
    name,
    label: PERSON.test(label) ? (target.label ?? target.name) : label,
    type: 'link',
    isRequired,
    to: target.name,
  };
  const valueOf = (value: FieldValue | undefined, index: number): FieldValue =>
    value !== undefined && titles.includes(value) ? value : (titles[index % titles.length] ?? '');
  return {
    ...entity,
    fields: entity.fields.map((one) => (one === field ? link : one)),
    samples: entity.samples.map((sample, index) => ({ ...sample, [name]: valueOf(sample[name], index) })),
  };
};
