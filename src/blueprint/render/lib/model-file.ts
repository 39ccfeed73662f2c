import type { SourceFile } from '../../../generation/app-files.js';
import type { FieldPlan, FieldType, SettingPlan } from '../../../generation/plan.js';
import type { AppStage } from '../app-stage.js';
import { choicesName, constantCase, type EntityView } from '../entity-view.js';
import { lines, literal } from '../source-text.js';
import { storedViews } from '../stored-views.js';

/** lib/model.ts: the records' types, their choices and their blanks. */
export const modelFile = ({ plan }: AppStage): SourceFile => {
  const views = storedViews(plan);
  const { settings = [] } = plan;
  return {
    path: 'lib/model.ts',
    content: `${views.map(recordType).join('\n\n')}

/** Every kind of record the app keeps, by the name of its collection. */
export interface Records {
${views.map(({ collection, type }) => `  ${collection}: ${type};`).join('\n')}
}

export type CollectionName = keyof Records;

/** A record before it has an id. */
export type Draft<Name extends CollectionName> = Omit<Records[Name], "id">;

export type AppData = { [Name in CollectionName]: Records[Name][] };

/** Where a new record starts, and what fills a field that a saved one lacks. */
export const BLANK: { readonly [Name in CollectionName]: Draft<Name> } = {
${views.map((view) => `  ${view.collection}: { ${view.entity.fields.map((field) => `${field.name}: ${blankOf(view, field)}`).join(', ')} },`).join('\n')}
};

${settings.map(settingChoices).join('')}export interface Preferences {
  /** "system" follows the device. */
  appearance: "system" | "light" | "dark";
  displayName: string;
  /** The address of the demo sign-in; empty: nobody is signed in. */
  signedInAs: string;
  hasSeenTour: boolean;
${settings.map(settingType).join('')}}

export const INITIAL_PREFERENCES: Preferences = {
  appearance: ${literal(plan.appearance ?? 'system')},
  displayName: "",
  signedInAs: "",
  hasSeenTour: false,
${settings.map(settingInitial).join('')}};
`,
  };
};

const settingChoices = ({ name, type, choices = [] }: SettingPlan): string =>
  type === 'choice'
    ? `export const ${settingConstant(name)} = [\n${choices.map((one) => `  ${literal(one)},\n`).join('')}] as const;\n\n`
    : '';

/** The name of the choices of a setting. */
export const settingConstant = (name: string): string => `CHOICES_OF_${constantCase(name)}`;

const settingType = ({ name, label, type, isOffered }: SettingPlan): string => {
  const types = {
    text: 'string',
    number: 'number',
    boolean: 'boolean',
    list: 'string[]',
    choice: `(typeof ${settingConstant(name)})[number]`,
  };
  const about = `${label.replaceAll('*/', '* /')}: ${isOffered ? 'chosen in the settings' : 'what a screen remembers'}.`;
  return `  /** ${about} */\n  ${name}: ${types[type]};\n`;
};

const settingInitial = ({ name, initial }: SettingPlan): string =>
  `  ${name}: ${typeof initial === 'object' ? `[${initial.map(literal).join(', ')}]` : literal(initial)},\n`;

const recordType = (view: EntityView): string =>
  lines(
    ...view.entity.fields
      .filter(({ type }) => type === 'choice')
      .map(
        (field) =>
          `export const ${choicesName(view, field)} = [\n${(field.choices ?? []).map((one) => `  ${literal(one)},`).join('\n')}\n] as const;\n`,
      ),
    `export interface ${view.type} {`,
    '  id: string;',
    ...view.entity.fields.map((field) => `  ${field.name}: ${typeOf(view, field)};`),
    '}',
  );

/** The type of a field's values, and where a new record starts. */
const TYPES: Readonly<Record<Exclude<FieldType, 'choice'>, readonly [type: string, blank: string]>> = {
  number: ['number', '0'],
  money: ['number', '0'],
  boolean: ['boolean', 'false'],
  text: ['string', '""'],
  longtext: ['string', '""'],
  date: ['string', '""'],
  time: ['string', '""'],
  link: ['string', '""'],
  list: ['string[]', '[]'],
  links: ['string[]', '[]'],
};

const typeOf = (view: EntityView, field: FieldPlan): string =>
  field.type === 'choice' ? `(typeof ${choicesName(view, field)})[number]` : TYPES[field.type][0];

const blankOf = (view: EntityView, field: FieldPlan): string =>
  field.type === 'choice' ? `${choicesName(view, field)}[0]` : TYPES[field.type][1];
