import type { EntityPlan, FieldPlan, FieldValue } from '../generation/plan.js';
import { saysAny } from './functions/thing-data.js';
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
  const owners = relations['belongs to']
    .filter(({ of }) => of.split(' ').includes(headOf(entity)))
    .flatMap(({ to }) => {
      const isOwner = (other: EntityPlan): boolean =>
        [headOf(other), other.name.toLowerCase()].some((name) => to.split(' ').includes(name));
      const others = entities.filter((other) => other !== entity && isOwner(other));
      return others.some(({ name }) => entity.fields.some((field) => field.to === name)) ? [] : others.slice(0, 1);
    });
  if (owners.length > 0) return owners.reduce((one, owner) => withFieldFor(owner, one, entities), entity);
  const owner = entities.find(({ name }) => !saysAny(name, relations['no owners']));
  const isDone =
    saysAny(entity.label ?? entity.name, relations['done to a thing']) && hasDate(entity) && entity.name !== 'Reply';
  if (!owner || owner === entity || !isDone || saysAny(labelOf(owner), relations['done to a thing'])) return entity;
  return withFieldFor(owner, entity, entities);
};

/** The last word of what a kind of record is called: an exam question is a question. */
const headOf = (entity: EntityPlan): string => labelOf(entity).split(' ').at(-1) ?? '';

/** The first kind of record says who makes or keeps it: a product its manufacturer, a book its author. */
const withMaker = (entity: EntityPlan, entities: readonly EntityPlan[]): EntityPlan => {
  const maker = entities.find((one) => saysAny(labelOf(one), relations.makers));
  const main = entities.find((one) => !saysAny(labelOf(one), relations.makers));
  const isMade = entities.some(({ fields }) => fields.some(({ to }) => maker !== undefined && to === maker.name));
  return maker && !isMade && entity.name === main?.name && entity.icon !== 'people-outline'
    ? withFieldFor(maker, entity, entities)
    : entity;
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

const hasDate = ({ fields }: EntityPlan): boolean => fields.some(({ type }) => type === 'date');

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const targetOf = (field: FieldPlan, from: EntityPlan, entities: readonly EntityPlan[]): EntityPlan | undefined => {
  if (field.type !== 'text' && field.type !== 'choice') return undefined;
  const others = entities.filter((other) => other !== from && !from.fields.some(({ to }) => to === other.name));
  const names = [field.name, field.label].map((name) => singularOf(name.toLowerCase()));
  return (
    others.find((other) => names.includes(singularOf(other.plural.toLowerCase())) || names.includes(labelOf(other))) ??
    (saysAny(field.name, relations.persons) || saysAny(field.label, relations.persons)
      ? others.find(isOfPeople)
      : undefined)
  );
};

const labelOf = ({ label, name }: EntityPlan): string => (label ?? name).toLowerCase();

const isOfPeople = ({ icon, name, label = name, fields }: EntityPlan): boolean =>
  icon === 'people-outline' ||
  (!saysAny(name, relations['no owners']) &&
    !saysAny(label, relations.makers) &&
    fields.some((field) => /^(?:phone|email)$/.test(field.name)));

const withLink = (entity: EntityPlan, { field, target }: { field: FieldPlan; target: EntityPlan }): EntityPlan => {
  const titles = target.samples.map((sample) => sample[target.fields[0]?.name ?? ''] ?? '');
  const { name, label, isRequired } = field;
  const link: FieldPlan = {
    name,
    label: saysAny(label, relations.persons) ? (target.label ?? target.name) : label,
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
