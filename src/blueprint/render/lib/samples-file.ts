import type { SourceFile } from '../../../generation/app-files.js';
import type { AppPlan, EntityPlan, FieldPlan, FieldValue } from '../../../generation/plan.js';
import { daysFromSampleDay } from '../../sample-values.js';
import type { AppStage } from '../app-stage.js';
import { viewOf, type EntityView } from '../entity-view.js';
import { literal } from '../source-text.js';
import { storedViews } from '../stored-views.js';

/** lib/samples.ts: the first records, with dates around the day the app first starts. */
export const samplesFile = ({ plan }: AppStage): SourceFile => {
  const views = storedViews(plan);
  const hasDates = views.some(({ date, entity }) => date !== undefined && entity.samples.length > 0);
  return {
    path: 'lib/samples.ts',
    content: `${hasDates ? 'import { dayFromToday } from "./dates";\n' : ''}import type { AppData } from "./model";

/** What the app shows before anything was entered, and after a reset. */
export function sampleData(): AppData {
  return {
${views.map((view) => collection(plan, view)).join('\n')}
  };
}
`,
  };
};

const collection = (plan: AppPlan, view: EntityView): string =>
  [
    `    ${view.collection}: [`,
    ...view.entity.samples.map((sample, index) => record(plan, view, sample, index)),
    '    ],',
  ].join('\n');

const record = (
  plan: AppPlan,
  { entity }: EntityView,
  sample: Readonly<Record<string, FieldValue>>,
  index: number,
): string =>
  [
    '      {',
    `        id: "sample-${index + 1}",`,
    ...entity.fields.map((field) => `        ${field.name}: ${valueOf(field, sample[field.name], plan)},`),
    '      },',
  ].join('\n');

const valueOf = (field: FieldPlan, value: FieldValue | undefined, plan: AppPlan): string => {
  switch (field.type) {
    case 'date':
      return `dayFromToday(${daysFromSampleDay(String(value))})`;
    case 'number':
    case 'money':
      return literal(Number(value ?? 0));
    case 'boolean':
      return literal(value === true);
    case 'choice':
      return literal(field.choices?.find((one) => one === value) ?? field.choices?.[0] ?? '');
    case 'list':
      return list(Array.isArray(value) ? value : []);
    case 'links':
      return list(linkedIds(plan, field, Array.isArray(value) ? value : []));
    case 'link':
      return literal(linkedIds(plan, field, [String(value ?? '')])[0] ?? '');
    case 'text':
    case 'longtext':
    case 'time':
      return literal(String(value ?? ''));
  }
};

const list = (texts: readonly string[]): string => `[${texts.map(literal).join(', ')}]`;

/** The ids of the samples with these titles. */
const linkedIds = (plan: AppPlan, { to }: FieldPlan, titles: readonly string[]): readonly string[] => {
  const target: EntityPlan | undefined = plan.entities.find(({ name }) => name === to);
  if (!target) return [];
  const { title } = viewOf(target);
  return titles
    .map((wanted) => target.samples.findIndex((sample) => sample[title.name] === wanted))
    .filter((index) => index >= 0)
    .map((index) => `sample-${index + 1}`);
};
