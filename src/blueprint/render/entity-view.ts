import type { AppPlan, EntityPlan, FieldPlan } from '../../generation/plan.js';
import { pluralOf } from '../nouns.js';
import { daysFromSampleDay } from '../sample-values.js';

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
  /** The number or sum of money that says most about a record. */
  readonly figure: FieldPlan | undefined;
  /** A boolean a row can switch: done, favourite. */
  readonly flag: FieldPlan | undefined;
  /** Whether its records lie ahead (due dates, events): the nearest comes first. */
  readonly isUpcoming: boolean;
}

export const entityViews = (plan: AppPlan): readonly EntityView[] => plan.entities.map(viewOf);

/** The name of a choice's constant in lib/model.ts: `WORKOUT_TYPE`. */
export const choicesName = (view: EntityView, field: FieldPlan): string =>
  `${constantCase(view.type)}_${constantCase(field.name)}`;

/** The names and fields of one entity. */
export const viewOf = (entity: EntityPlan): EntityView => {
  const ofType = (...types: readonly FieldPlan['type'][]): FieldPlan | undefined =>
    entity.fields.find(({ type }) => types.includes(type));
  const title = ofType('text') ?? entity.fields[0];
  if (!title) throw new Error(`The entity ${entity.name} has no field`);
  const date = ofType('date');
  return {
    entity,
    type: entity.name,
    collection: pluralOf(lowerFirst(entity.name)),
    label: entity.label ?? entity.name,
    title,
    choice: ofType('choice'),
    date,
    figure:
      ofType('money') ??
      entity.fields.find((field) => field.type === 'number' && (field.summary ?? field.unit) !== undefined),
    flag: ofType('boolean'),
    isUpcoming:
      date !== undefined &&
      entity.samples.filter((sample) => daysFromSampleDay(String(sample[date.name])) > 0).length * 2 >
        entity.samples.length,
  };
};

/** The label and the plural in the middle of a sentence: English nouns lose their capital, other words keep it. */
export const inSentence = ({ label, entity }: EntityView): { label: string; plural: string } => {
  const lower = (text: string): string =>
    label !== entity.plural && /^\p{Lu}\p{Ll}/u.test(text) ? lowerFirst(text) : text;
  return { label: lower(label), plural: lower(entity.plural) };
};

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const constantCase = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
