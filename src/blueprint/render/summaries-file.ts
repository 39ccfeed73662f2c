import type { FieldPlan, SourceFile } from '../../generation/plan.js';
import type { AppStage } from './app-stage.js';
import { entityViews, type EntityView } from './entity-view.js';
import { importOf, lines } from './source-text.js';

/** lib/summaries.ts: how a record reads in one row, and the order rows stand in. */
export const summariesFile = ({ plan }: AppStage): SourceFile => {
  const views = entityViews(plan);
  const uses = (test: (field: FieldPlan) => boolean): boolean => views.some((view) => shownFields(view).some(test));
  const formats = [
    ...(uses(({ type }) => type === 'money') ? ['formatMoney'] : []),
    ...(uses(({ type }) => type === 'number') ? ['formatNumber'] : []),
  ];
  return {
    path: 'lib/summaries.ts',
    content: lines(
      uses(({ type }) => type === 'date') && 'import { formatDay } from "./dates";',
      formats.length > 0 && importOf(formats, './format'),
      `import type { ${views.map(({ type }) => type).join(', ')} } from "./model";`,
      '',
      `export interface Summary {
  title: string;
  subtitle: string;
  /** The figure at the end of the row; may be empty. */
  value: string;
}
`,
      views.map(summaryOf).join('\n\n'),
      '',
      views.map(orderOf).join('\n\n'),
      `
function joined(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
`,
    ),
  };
};

export const summaryName = ({ type }: EntityView): string => `summaryOf${type}`;
export const orderName = ({ type }: EntityView): string => `inOrder${type}`;

const shownFields = (view: EntityView): readonly FieldPlan[] =>
  [view.figure, ...subtitleFields(view)].filter((field) => field !== undefined);

const subtitleFields = (view: EntityView): readonly FieldPlan[] => {
  const secondText = view.entity.fields.find((field) => field.type === 'text' && field !== view.title);
  return [view.date ? undefined : secondText, view.choice, view.date].filter((field) => field !== undefined);
};

const summaryOf = (view: EntityView): string => `export function ${summaryName(view)}(record: ${view.type}): Summary {
  return {
    title: record.${view.title.name},
    subtitle: joined(${subtitleFields(view)
      .map((field) => (field.type === 'date' ? `formatDay(record.${field.name})` : `record.${field.name}`))
      .join(', ')}),
    value: ${view.figure ? figureOf(view.figure) : '""'},
  };
}`;

const figureOf = (field: FieldPlan): string => {
  const value = `record.${field.name}`;
  return field.isRequired ? formatted(field, value) : `${value} === 0 ? "" : ${formatted(field, value)}`;
};

/** The call that shows a figure: money, or a number with its unit. */
export const formatted = (field: FieldPlan, value: string): string =>
  field.type === 'money'
    ? `formatMoney(${value})`
    : `formatNumber(${value}${field.unit === undefined ? '' : `, ${JSON.stringify(field.unit)}`})`;

const orderOf = (view: EntityView): string => {
  const { date, type, flag } = view;
  const comment = date
    ? view.isUpcoming
      ? `The nearest ${date.label.toLowerCase()} first${flag?.name === 'done' ? ', what is done last' : ''}.`
      : 'The newest first.'
    : 'As entered, the latest on top.';
  const byDate =
    date &&
    (view.isUpcoming ? `a.${date.name}.localeCompare(b.${date.name})` : `b.${date.name}.localeCompare(a.${date.name})`);
  const compare =
    byDate && view.isUpcoming && flag?.name === 'done' ? `Number(a.done) - Number(b.done) || ${byDate}` : byDate;
  return `/** ${comment} */
export function ${orderName(view)}(records: readonly ${type}[]): ${type}[] {
  return ${compare ? `[...records].sort((a, b) => ${compare})` : '[...records]'};
}`;
};
