import type { FieldPlan, FieldValue, SourceFile } from '../../generation/plan.js';
import { daysFromSampleDay } from '../sample-values.js';
import type { AppStage } from './app-stage.js';
import type { EntityView } from './entity-view.js';
import { literal } from './source-text.js';
import { storedViews } from './stored-views.js';

/** lib/samples.ts: the first records, with dates around the day the app first starts. */
export const samplesFile = ({ plan }: AppStage): SourceFile => {
  const views = storedViews(plan);
  const hasDates = views.some(({ date }) => date !== undefined);
  return {
    path: 'lib/samples.ts',
    content: `${hasDates ? 'import { dayFromToday } from "./dates";\n' : ''}import type { AppData } from "./model";

/** What the app shows before anything was entered, and after a reset. */
export function sampleData(): AppData {
  return {
${views.map(collection).join('\n')}
  };
}
`,
  };
};

const collection = (view: EntityView): string =>
  [
    `    ${view.collection}: [`,
    ...view.entity.samples.map((sample, index) => record(view, sample, index)),
    '    ],',
  ].join('\n');

const record = ({ entity }: EntityView, sample: Readonly<Record<string, FieldValue>>, index: number): string =>
  [
    '      {',
    `        id: "sample-${index + 1}",`,
    ...entity.fields.map((field) => `        ${field.name}: ${valueOf(field, sample[field.name])},`),
    '      },',
  ].join('\n');

const valueOf = (field: FieldPlan, value: FieldValue | undefined): string => {
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
    case 'links':
      return JSON.stringify(Array.isArray(value) ? value : []);
    case 'text':
    case 'longtext':
    case 'time':
    case 'link':
      return literal(String(value ?? ''));
  }
};
