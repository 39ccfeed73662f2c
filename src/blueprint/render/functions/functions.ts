import type { FunctionPlan } from '../../../generation/function-plan.js';
import type { SourceFile } from '../../../generation/app-files.js';
import type { AppPlan, FieldPlan, FieldType, ScreenPlan } from '../../../generation/plan.js';
import type { AppStage } from '../app-stage.js';
import { entityViews, fieldOfType, type EntityView } from '../entity-view.js';
import { framedFile } from '../frame.js';
import { literal } from '../source-text.js';

/** A screen that does something: one component, told which records and which of their fields it works with. */
export const functionFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const { file, component, props } = screen.function ? callOf(stage.plan, screen.function) : NOTHING;
  const attributes = Object.entries(props)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}={${typeof value === 'string' ? literal(value) : JSON.stringify(value)}}`);
  return framedFile(stage, screen, {
    name: 'FunctionScreen',
    components: { [file]: component },
    content: `      <${component}${attributes.join('')} />`,
  });
};

interface Call {
  readonly component: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly file: string;
}

const call = (
  component: string,
  props: Call['props'] = {},
  file = component.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(),
): Call => ({ component, props, file });

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
  const field = (name: string, types: readonly FieldType[], to?: string): string => needed(view(name), types, to).name;
  const fieldIf = (name: string, ...types: readonly FieldType[]): string | undefined =>
    fieldOfType(view(name).entity, types)?.name;
  const scoresOf = (name: string | undefined): string | undefined =>
    name !== undefined && fieldIf(name, 'number', 'money') !== undefined ? kindOf(name) : undefined;
  switch (wanted.kind) {
    case 'calculator':
      return wanted.formula === 'everyday' ? call('PocketCalculator') : call('Calculator', { formula: wanted.formula });
    case 'converter':
      return call('Converter', { groups: wanted.units });
    case 'split':
      return call('Split', {
        people: kindOf(wanted.people),
        expenses: kindOf(wanted.expenses),
        amount: field(wanted.expenses, ['money']),
        payer: field(wanted.expenses, ['link'], wanted.people),
        among: linked(view(wanted.expenses), ['links'], wanted.people)?.name,
      });
    case 'poll':
      return call('Polls', { kind: kindOf(wanted.polls), answers: field(wanted.polls, ['list']) }, 'poll');
    case 'quiz':
      return call('Quiz', {
        kind: kindOf(wanted.questions),
        answer: second(view(wanted.questions)).name,
        wrong: fieldIf(wanted.questions, 'list'),
        scores: scoresOf(wanted.scores),
      });
    case 'flashcards':
      return call('Flashcards', { kind: kindOf(wanted.cards), back: second(view(wanted.cards)).name });
    case 'board':
      field(wanted.cards, ['choice']);
      return call('Board', { kind: kindOf(wanted.cards) });
    case 'sorting':
      field(wanted.things, ['choice']);
      return call('SortingGame', { kind: kindOf(wanted.things), scores: scoresOf(wanted.scores) });
    case 'wheel':
      return call('Wheel', { kind: kindOf(wanted.options) });
    case 'dice':
      return call('Dice', { sides: wanted.sides, count: wanted.count });
    case 'counter':
      return call('Counters', { kind: kindOf(wanted.things), count: field(wanted.things, ['number']) });
    case 'streak':
      return call('Streaks', { kind: kindOf(wanted.habits) });
    case 'player': {
      const minutes = view(wanted.tracks).entity.fields.find(({ type, unit }) => type === 'number' && unit === 'min');
      return call('Player', { kind: kindOf(wanted.tracks), minutes: minutes?.name });
    }
    case 'checklist':
      return call('Checklist', { kind: kindOf(wanted.tasks), done: field(wanted.tasks, ['boolean']) });
    case 'booking':
      return call('Booking', {
        things: kindOf(wanted.things),
        bookings: kindOf(wanted.bookings),
        thing: field(wanted.bookings, ['link'], wanted.things),
        date: field(wanted.bookings, ['date']),
        time: fieldIf(wanted.bookings, 'time'),
      });
    case 'stock': {
      const level = needed(view(wanted.items), ['number']);
      const least = fieldOfType(view(wanted.items).entity, ['number'], level)?.name;
      return call('Stock', { kind: kindOf(wanted.items), level: level.name, least });
    }
    case 'requests': {
      const status = field(wanted.requests, ['choice']);
      return call('Requests', { kind: kindOf(wanted.requests), status, roles: wanted.roles });
    }
    case 'comparison':
      return call('Comparison', { kind: kindOf(wanted.things) });
    case 'leaderboard':
      return call('ScoreBoard', { kind: kindOf(wanted.scores) });
    case 'attendance': {
      const present = field(wanted.events, ['links'], wanted.people);
      return call('Attendance', { events: kindOf(wanted.events), people: kindOf(wanted.people), present });
    }
    case 'schedule': {
      const every = view(wanted.things).entity.fields.find(({ name }) => name === 'everyDays')?.name;
      return call('Schedule', {
        kind: kindOf(wanted.things),
        date: field(wanted.things, ['date']),
        every: every ?? field(wanted.things, ['number']),
      });
    }
    case 'auction':
      return call('Auction', {
        lots: kindOf(wanted.lots),
        bids: kindOf(wanted.bids),
        price: fieldIf(wanted.lots, 'money'),
        lot: field(wanted.bids, ['link'], wanted.lots),
        amount: field(wanted.bids, ['money']),
      });
    case 'editor': {
      const body = field(wanted.documents, ['longtext']);
      return call('Editor', { kind: kindOf(wanted.documents), body, syntax: wanted.syntax });
    }
    case 'report': {
      const all = views.map(({ collection }) => collection);
      return call('Report', { kinds: wanted.records === undefined ? all : [kindOf(wanted.records)] });
    }
    case 'contact':
      return call('Contact', { kind: kindOf(wanted.messages) });
    case 'page':
      return call('Reading', { sections: wanted.sections });
    case 'files':
      return call('Files', {
        kind: kindOf(wanted.files),
        size: fieldIf(wanted.files, 'number'),
        date: fieldIf(wanted.files, 'date'),
      });
    case 'game':
      return call('Game', { rules: wanted.rules, scores: scoresOf(wanted.scores) });
    case 'drawing':
      return call('Drawing');
    case 'bingo':
      return call('Bingo', { size: wanted.size, kind: kindOf(wanted.words) });
    case 'memory':
      return call('Memory', { pairs: Math.min(12, Math.max(2, wanted.pairs)) });
  }
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
