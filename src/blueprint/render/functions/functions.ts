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
  const { component, props } = screen.function ? callOf(stage.plan, screen.function) : NOTHING;
  const attributes = Object.entries(props)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}={${typeof value === 'string' ? literal(value) : JSON.stringify(value)}}`);
  return framedFile(stage, screen, [component], `      <${component}${attributes.join('')} />`);
};

interface Call {
  readonly component: string;
  readonly props: Readonly<Record<string, unknown>>;
}

const call = (component: string, props: Call['props'] = {}): Call => ({ component, props });

const NOTHING = call('Reading', { sections: [] });

/** Where the records lack a field that the function needs, they are at least listed. */
const callOf = (plan: AppPlan, wanted: FunctionPlan): Call => {
  try {
    return callWith(plan, wanted);
  } catch (error) {
    if (!(error instanceof MissingField)) throw error;
    return error.view ? call('LatestCard', { kind: error.view.collection, count: 50 }) : NOTHING;
  }
};

/** The records of a function lack a field that it needs. */
class MissingField extends Error {
  constructor(readonly view: EntityView | undefined) {
    super(`The records of a function lack a field: ${view?.entity.name ?? 'no entity'}`);
    this.name = 'MissingField';
  }
}

const callWith = (plan: AppPlan, wanted: FunctionPlan): Call => {
  const views = entityViews(plan);
  const view = (name: string): EntityView => {
    const found = views.find(({ entity }) => entity.name === name);
    if (!found) throw new MissingField(views[0]);
    return found;
  };
  const kindOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : view(name).collection;
  switch (wanted.kind) {
    case 'calculator':
      return wanted.formula === 'everyday' ? call('PocketCalculator') : call('Calculator', { formula: wanted.formula });
    case 'player': {
      const minutes = view(wanted.tracks).entity.fields.find(({ type, unit }) => type === 'number' && unit === 'min');
      return call('Player', { kind: kindOf(wanted.tracks), minutes: minutes?.name });
    }
    case 'stock': {
      const level = needed(view(wanted.items), ['number']);
      const least = fieldOfType(view(wanted.items).entity, ['number'], level)?.name;
      return call('Stock', { kind: kindOf(wanted.items), level: level.name, least });
    }
    case 'schedule': {
      const things = view(wanted.things);
      const every = things.entity.fields.find(({ name }) => name === 'everyDays') ?? needed(things, ['number']);
      return call('Schedule', { kind: things.collection, date: needed(things, ['date']).name, every: every.name });
    }
    case 'report': {
      const all = views.map(({ collection }) => collection);
      return call('Report', { kinds: wanted.records === undefined ? all : [kindOf(wanted.records)] });
    }
    case 'memory':
      return call('Memory', { pairs: Math.min(12, Math.max(2, wanted.pairs)) });
    default: {
      const { component, needs, props }: CallTable = CALLS[wanted.kind];
      const told = (what: string): unknown => toldOf(what, wanted, view);
      if (needs !== undefined) told(needs);
      return call(component, Object.fromEntries(Object.entries(props).map(([name, what]) => [name, told(what)])));
    }
  }
};

interface CallTable {
  readonly component: string;
  /** What must be there although the component is not told. */
  readonly needs?: string;
  /** Each as `what of`: `kind cards`, the plan's `own size`, the first `money` field of `expenses`, `list?` if there is one, a `link expenses people`. */
  readonly props: Readonly<Record<string, string>>;
}

const CALLS: Readonly<
  Record<Exclude<FunctionPlan['kind'], 'calculator' | 'player' | 'stock' | 'schedule' | 'report' | 'memory'>, CallTable>
> = table;

const toldOf = (
  told: string,
  wanted: Readonly<Record<string, unknown>>,
  view: (name: string) => EntityView,
): unknown => {
  const [what = '', of = '', to = ''] = told.split(' ');
  const name = wanted[of] as string | undefined;
  if (what === 'own') return name;
  if (name === undefined) return undefined;
  const types = [what.replace('?', '') as FieldType];
  if (what === 'kind') return view(name).collection;
  if (what === 'second') return second(view(name)).name;
  if (what === 'scores')
    return fieldOfType(view(name).entity, ['number', 'money']) === undefined ? undefined : view(name).collection;
  const target = wanted[to] as string | undefined;
  if (!what.endsWith('?')) return needed(view(name), types, target).name;
  return (target === undefined ? fieldOfType(view(name).entity, types) : linked(view(name), types, target))?.name;
};

/** The first field of a type; of links, the one that leads to an entity. */
const needed = (view: EntityView, types: readonly FieldType[], to?: string): FieldPlan => {
  const found = to === undefined ? fieldOfType(view.entity, types) : linked(view, types, to);
  if (!found) throw new MissingField(view);
  return found;
};

const linked = ({ entity }: EntityView, types: readonly FieldType[], to: string): FieldPlan | undefined =>
  entity.fields.find((field) => types.includes(field.type) && field.to === to);

/** The text behind the title: the answer of a question, the back of a card. */
const second = (view: EntityView): FieldPlan => {
  const found = fieldOfType(view.entity, ['text', 'longtext'], view.title);
  if (!found) throw new MissingField(view);
  return found;
};
