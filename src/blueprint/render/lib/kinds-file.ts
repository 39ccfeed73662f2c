import type { SourceFile } from '../../../generation/app-files.js';
import type { EntityPlan, FieldPlan } from '../../../generation/plan.js';
import { liesAhead } from '../../sample-values.js';
import { listOf, openedOf, pathOf, screenOf, type AppStage } from '../app-stage.js';
import { collectionOf, daysAheadOf, entityViews, inSentence, WEEK, type EntityView } from '../entity-view.js';
import { lines, literal } from '../source-text.js';

/** lib/kinds.ts: what the app keeps records of, as its lists, forms and details lean on it. */
export const kindsFile = (stage: AppStage): SourceFile => ({
  path: 'lib/kinds.ts',
  content: `${stage.plan.entities.length === 0 ? 'import type { CollectionName } from "./model";\n' : ''}import type { IconName } from "./theme";

export type FieldType =
  "text" | "longtext" | "number" | "money" | "date" | "time" | "choice" | "boolean" | "list" | "link" | "links";

export interface Field {
  name: string;
  label: string;
  type: FieldType;
  isRequired?: boolean;
  choices?: readonly string[];
  /** What a number counts. */
  unit?: string;
  min?: number;
  max?: number;
  isYear?: boolean;
  /** In how many days from today the date of a new record is; absent: today, or none where it may be left out. */
  daysAhead?: number;
  /** How a number reads over many records; absent: not at all. */
  summary?: "sum" | "average";
  /** The kind of record that a link leads to. */
  to?: KindName;
}

export interface Kind {
  label: string;
  plural: string;
  /** The label and the plural in the middle of a sentence. */
  noun: string;
  nouns: string;
  icon: IconName;
  /** The field that names a record. */
  title: string;
  /** What comes first in a list: what is near, what is new, the highest number, or the last one entered. */
  order: "nearest" | "newest" | "highest" | "entered";
  fields: readonly Field[];
  /** Its second text is asked for elsewhere (the answer of a question): lists do not give it away. */
  isAsked?: boolean;
  /** The screens it has so far. */
  list?: string;
  details?: string;
  form?: string;
}

export type KindName = ${
    entityViews(stage.plan)
      .map(({ collection }) => literal(collection))
      .join(' | ') || 'CollectionName'
  };

export const KINDS${
    stage.plan.entities.length === 0
      ? ' = {} as Record<KindName, Kind>'
      : `: Record<KindName, Kind> = {\n${entityViews(stage.plan)
          .map((view) => kind(stage, view))
          .join('\n')}\n}`
  };
`,
});

const kind = (stage: AppStage, view: EntityView): string => {
  const { entity, collection, label, title, order } = view;
  const { label: noun, plural: nouns } = inSentence(view, stage.plan.language);
  const list = listOf(stage, entity);
  const details = openedOf(stage, entity);
  const form = screenOf(stage, 'form', entity);
  return lines(
    `  ${collection}: {`,
    ...Object.entries({ label, plural: entity.plural, noun, nouns, icon: entity.icon, title: title.name, order }).map(
      ([name, value]) => `    ${name}: ${literal(value)},`,
    ),
    '    fields: [',
    ...entity.fields.map((field) => `      ${fieldSource(stage, field, view)},`),
    '    ],',
    isAsked(stage, entity) && '    isAsked: true,',
    list && `    list: "${pathOf(list)}",`,
    details && `    details: "${pathOf(details)}",`,
    form && `    form: "${pathOf(form)}",`,
    '  },',
  );
};

const isAsked = ({ plan }: AppStage, { name }: EntityPlan): boolean =>
  plan.screens.some(
    ({ function: does }) =>
      (does?.kind === 'quiz' && does.questions === name) || (does?.kind === 'flashcards' && does.cards === name),
  );

const fieldSource = ({ plan }: AppStage, field: FieldPlan, { entity, date }: EntityView): string => {
  const { name, label, type, isRequired, choices, unit, isYear, summary } = field;
  const { min, max } = boundsOf(field);
  const isFilled = type === 'date' && (isRequired || field === date);
  const days = daysAheadOf(entity, field) ?? (liesAhead('dates', name) ? WEEK : undefined);
  const target = plan.entities.find((other) => other.name === field.to);
  const properties = {
    name,
    label,
    type,
    isRequired: isRequired || undefined,
    choices: type === 'choice' ? choices : undefined,
    unit,
    min,
    max,
    isYear,
    daysAhead: isFilled ? days : undefined,
    summary,
    to: target && collectionOf(target),
  };
  return `{ ${Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}: ${Array.isArray(value) ? `[${value.map((one) => literal(String(one))).join(', ')}]` : literal(value as string)}`,
    )
    .join(', ')} }`;
};

/** Figures begin at zero, unless the plan says otherwise; temperatures and balances go below it, and a rating `/ 5` ends at five. */
const boundsOf = ({ label, unit = '', min, max }: FieldPlan): Readonly<Record<'min' | 'max', number | undefined>> => {
  const most = /^\/ (\d+)$/.exec(unit)?.[1];
  const least = /°[CF]|temperature/i.test(unit + label)
    ? -459.67
    : /balance|altitude|latitude|longitude/i.test(label)
      ? -1e9
      : undefined;
  return { min: min ?? least, max: max ?? (most === undefined ? undefined : Number(most)) };
};
