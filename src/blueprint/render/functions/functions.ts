import type { FunctionPlan } from '../../../generation/function-plan.js';
import type { SourceFile } from '../../../generation/app-files.js';
import type { AppPlan, FieldPlan, FieldType, ScreenPlan } from '../../../generation/plan.js';
import type { AppStage } from '../app-stage.js';
import { entityViews, fieldOfType, type EntityView } from '../entity-view.js';
import { framedFile } from '../frame.js';
import { literal } from '../source-text.js';
import table from './calls.json' with { type: 'json' };

/** A screen that does something: one component, told which records and which of their fields it works with. */
export const functionFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const { component, props, filled } = screen.function ? callOf(stage.plan, screen.function) : NOTHING;
  const attributes = Object.entries(props)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}={${typeof value === 'string' ? literal(value) : JSON.stringify(value)}}`);
  const shown = `<${component}${attributes.join('')} />`;
  return filled === undefined
    ? framedFile(stage, screen, `      ${shown}`)
    : framedFile(stage, screen, `      <Filled kind="${filled}">`, `        ${shown}`, '      </Filled>');
};

interface Call {
  readonly component: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** The kind of records without which there is nothing to do. */
  readonly filled?: string;
}

const NOTHING: Call = { component: 'Reading', props: { sections: [] } };

/** Where the records lack a field that the function needs, they are at least listed. */
const callOf = (plan: AppPlan, wanted: FunctionPlan): Call => {
  if (wanted.kind === 'calculator')
    return wanted.formula === 'everyday'
      ? { component: 'PocketCalculator', props: {} }
      : { component: 'Calculator', props: { formula: wanted.formula } };
  const views = entityViews(plan);
  const view = (name: string): EntityView => {
    const found = views.find(({ entity }) => entity.name === name);
    if (!found) throw new MissingField(views[0]);
    return found;
  };
  const { component, needs, filled, props }: CallTable = CALLS[wanted.kind];
  const told = (what: string): unknown => toldOf(what, wanted, views, view);
  try {
    if (needs !== undefined) told(needs);
    return {
      component,
      ...(filled !== undefined && { filled: String(told(filled)) }),
      props: Object.fromEntries(Object.entries(props).map(([name, what]) => [name, told(what)])),
    };
  } catch (error) {
    if (!(error instanceof MissingField)) throw error;
    return error.view ? { component: 'LatestCard', props: { kind: error.view.collection, count: 50 } } : NOTHING;
  }
};

/** The records of a function lack a field that it needs. */
class MissingField extends Error {
  constructor(readonly view: EntityView | undefined) {
    super(`The records of a function lack a field: ${view?.entity.name ?? 'no entity'}`);
    this.name = 'MissingField';
  }
}

interface CallTable {
  readonly component: string;
  /** What must be there although the component is not told. */
  readonly needs?: string;
  /** Whose records there must be: until then, the screen asks for the first one. */
  readonly filled?: string;
  /** Each as `what of`: `kind cards`, the plan's `own size`, the first `money` field of `expenses`, `list?` if there is one, a `link expenses people`. */
  readonly props: Readonly<Record<string, string>>;
}

const CALLS: Readonly<Record<Exclude<FunctionPlan['kind'], 'calculator'>, CallTable>> = table;

const toldOf = (
  told: string,
  wanted: Readonly<Record<string, unknown>>,
  views: readonly EntityView[],
  view: (name: string) => EntityView,
): unknown => {
  const [what = '', of = '', to = ''] = told.split(' ');
  const name = wanted[of] as string | undefined;
  if (what === 'own') return name;
  if (what === 'kinds') return (name === undefined ? views : [view(name)]).map(({ collection }) => collection);
  if (name === undefined) return undefined;
  if (what === 'kind') return view(name).collection;
  const found = fieldTold(what.replace('?', ''), view(name), wanted[to] as string | undefined);
  if (what === 'scores') return found && view(name).collection;
  if (!found && !what.endsWith('?')) throw new MissingField(view(name));
  return found?.name;
};

/** A field of these records: the first of a type, the link that leads to an entity, or what only one function asks for. */
const fieldTold = (what: string, { entity, title }: EntityView, to: string | undefined): FieldPlan | undefined => {
  switch (what) {
    // The answer of a question, the back of a card.
    case 'second':
      return fieldOfType(entity, ['text', 'longtext'], title);
    case 'scores':
      return fieldOfType(entity, ['number', 'money']);
    case 'minutes':
      return entity.fields.find(({ type, unit }) => type === 'number' && unit === 'min');
    case 'least':
      return fieldOfType(entity, ['number'], fieldOfType(entity, ['number']));
    case 'every':
      return entity.fields.find(({ name }) => name === 'everyDays') ?? fieldOfType(entity, ['number']);
    default:
      return entity.fields.find(({ type, to: leadsTo }) => type === (what as FieldType) && (to ?? leadsTo) === leadsTo);
  }
};
