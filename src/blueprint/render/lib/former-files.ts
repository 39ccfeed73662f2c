import type { SourceFile } from '../../../generation/app-files.js';
import type { AppPlan } from '../../../generation/plan.js';
import { entityViews, type EntityView } from '../entity-view.js';

/**
 * Files that apps were once offered, made of what they are offered now: an answer that is kept in a journal, or was recorded, may be
 * older than the program. Only an app that imports one has it.
 */
export const formerFiles = (plan: AppPlan): readonly SourceFile[] => [
  { path: 'lib/format.ts', content: 'export { formatMoney, formatNumber } from "./numbers";\n' },
  ...(plan.entities.length === 0 ? [] : [summariesFile(entityViews(plan))]),
];

const summariesFile = (views: readonly EntityView[]): SourceFile => ({
  path: 'lib/summaries.ts',
  content: `import type { ${views.map(({ type }) => type).join(', ')} } from "./model";
import { type AnyRecord, inOrder, type Summary, summaryOf } from "./records";

export type { Summary } from "./records";
${views.map(ofOneKind).join('')}`,
});

const ofOneKind = ({ type, collection }: EntityView): string => `
export function summaryOf${type}(record: ${type}): Summary {
  return summaryOf("${collection}", record as unknown as AnyRecord);
}

export function inOrder${type}(records: readonly ${type}[]): ${type}[] {
  return inOrder("${collection}", records as unknown as AnyRecord[]) as unknown as ${type}[];
}
`;
