import type { AppLanguage, AppPlan, EntityPlan, FieldPlan, FieldType, ScreenPlan } from '../../generation/plan.js';
import { pluralOf } from '../nouns.js';
import { daysFromSampleDay, liesAhead } from '../sample-values.js';

/** An entity with the names and the fields that its screens lean on. */
export interface EntityView {
  readonly entity: EntityPlan;
  /** The TypeScript type: `Workout`. */
  readonly type: string;
  /** Its key in the store: `workouts`. */
  readonly collection: string;
  readonly label: string;
  readonly title: FieldPlan;
  readonly choice: FieldPlan | undefined;
  readonly date: FieldPlan | undefined;
  /** What comes first in its lists. */
  readonly order: 'nearest' | 'newest' | 'highest' | 'entered';
}

export const entityViews = (plan: AppPlan): readonly EntityView[] => plan.entities.map(viewOf);

/** The view of the entity that a screen is about. */
export const viewAt = (plan: AppPlan, { name, entity }: ScreenPlan): EntityView => {
  const found = entityViews(plan).find((view) => view.entity.name === entity);
  if (!found) throw new Error(`The screen ${name} is about an entity the plan lacks: ${entity ?? 'none'}`);
  return found;
};

/** The name of a choice's constant in lib/model.ts: `WORKOUT_TYPE`. */
export const choicesName = (view: EntityView, field: FieldPlan): string =>
  `${constantCase(view.type)}_${constantCase(field.name)}`;

/** The key of an entity in the store. */
export const collectionOf = ({ name }: EntityPlan): string => pluralOf(lowerFirst(name));

/** The first field of one of these types, without those already taken. */
export const fieldOfType = (
  entity: EntityPlan,
  types: readonly FieldType[],
  ...taken: readonly (FieldPlan | undefined)[]
): FieldPlan | undefined => entity.fields.find((field) => types.includes(field.type) && !taken.includes(field));

/** The names and fields of one entity. */
export const viewOf = (entity: EntityPlan): EntityView => {
  const title = fieldOfType(entity, ['text']) ?? entity.fields[0];
  if (!title) throw new Error(`The entity ${entity.name} has no field`);
  const date = fieldOfType(entity, ['date']);
  return {
    entity,
    type: entity.name,
    collection: collectionOf(entity),
    label: entity.label ?? entity.name,
    title,
    choice: fieldOfType(entity, ['choice']),
    date,
    order: orderOf(entity, date),
  };
};

/** Records that mostly lie ahead (due dates, events) stand by how near they are; scores by how high. */
const orderOf = (entity: EntityPlan, date: FieldPlan | undefined): EntityView['order'] => {
  if (/score|leader|ranking|record$/i.test(entity.name) && fieldOfType(entity, ['number', 'money'])) return 'highest';
  if (!date) return 'entered';
  return daysAheadOf(entity, date) === undefined ? 'newest' : 'nearest';
};

/** A due day that nothing else is known of. */
export const WEEK = 7;

/** In how many days most of these dates lie, by the samples, else by their names; undefined where they mostly lie behind. */
export const daysAheadOf = ({ name, samples }: EntityPlan, field: FieldPlan): number | undefined => {
  const ahead = samples
    .map((sample) => daysFromSampleDay(String(sample[field.name])))
    .filter((days) => days > 0)
    .toSorted((a, b) => a - b);
  if (samples.length > 0) return ahead.length * 2 > samples.length ? ahead[Math.floor(ahead.length / 2)] : undefined;
  return liesAhead('dates', field.name) ? WEEK : liesAhead('things', name) ? 1 : undefined;
};

/** The label and the plural in the middle of a sentence: nouns lose their capital where the language writes them small. */
export const inSentence = (
  { label, entity }: EntityView,
  language: AppLanguage = 'en',
): { label: string; plural: string } => {
  const lower = (text: string): string =>
    language !== 'de' && label !== entity.plural && /^\p{Lu}\p{Ll}/u.test(text) ? lowerFirst(text) : text;
  return { label: lower(label), plural: lower(entity.plural) };
};

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const constantCase = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
