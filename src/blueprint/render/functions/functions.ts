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
  readonly file: string;
  readonly component: string;
  readonly props: Readonly<Record<string, unknown>>;
}

const NOTHING: Call = { file: 'reading', component: 'Reading', props: { sections: [] } };

const call = (file: string, component: string, props: Call['props'] = {}): Call => ({ file, component, props });

/** Where the records lack a field that the function needs, they are at least listed. */
const callOf = (plan: AppPlan, wanted: FunctionPlan): Call => {
  try {
    return callWith(plan, wanted);
  } catch (error) {
    if (!(error instanceof MissingField)) throw error;
    return error.view
      ? call('latest-card', 'LatestCard', { kind: error.view.collection, count: 50 })
      : call('reading', 'Reading', { sections: [] });
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
  const view = (name: string): EntityView => {
    const found = entityViews(plan).find(({ entity }) => entity.name === name);
    if (!found) throw new MissingField(entityViews(plan)[0]);
    return found;
  };
  const all = entityViews(plan).map(({ collection }) => collection);
  const kindOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : view(name).collection;
  const scoresOf = (name: string | undefined): string | undefined =>
    name !== undefined && fieldOfType(view(name).entity, ['number', 'money']) ? kindOf(name) : undefined;
  switch (wanted.kind) {
    case 'calculator':
      return wanted.formula === 'everyday'
        ? call('pocket-calculator', 'PocketCalculator')
        : call('calculator', 'Calculator', { formula: wanted.formula });
    case 'converter':
      return call('converter', 'Converter', { groups: wanted.units });
    case 'split': {
      const expenses = view(wanted.expenses);
      return call('split', 'Split', {
        people: kindOf(wanted.people),
        expenses: expenses.collection,
        amount: needed(expenses, ['money']).name,
        payer: needed(expenses, ['link'], wanted.people).name,
        among: linked(expenses, ['links'], wanted.people)?.name,
      });
    }
    case 'poll': {
      const polls = view(wanted.polls);
      return call('poll', 'Polls', { kind: polls.collection, answers: needed(polls, ['list']).name });
    }
    case 'quiz': {
      const questions = view(wanted.questions);
      return call('quiz', 'Quiz', {
        kind: questions.collection,
        answer: second(questions).name,
        wrong: fieldOfType(questions.entity, ['list'])?.name,
        scores: scoresOf(wanted.scores),
      });
    }
    case 'flashcards': {
      const cards = view(wanted.cards);
      return call('flashcards', 'Flashcards', { kind: cards.collection, back: second(cards).name });
    }
    case 'board':
      needed(view(wanted.cards), ['choice']);
      return call('board', 'Board', { kind: kindOf(wanted.cards) });
    case 'sorting':
      needed(view(wanted.things), ['choice']);
      return call('sorting-game', 'SortingGame', { kind: kindOf(wanted.things), scores: scoresOf(wanted.scores) });
    case 'wheel':
      return call('wheel', 'Wheel', { kind: kindOf(wanted.options) });
    case 'dice':
      return call('dice', 'Dice', { sides: wanted.sides, count: wanted.count });
    case 'counter': {
      const things = view(wanted.things);
      return call('counters', 'Counters', { kind: things.collection, count: needed(things, ['number']).name });
    }
    case 'streak':
      return call('streaks', 'Streaks', { kind: kindOf(wanted.habits) });
    case 'player': {
      const tracks = view(wanted.tracks);
      const minutes = tracks.entity.fields.find(({ type, unit }) => type === 'number' && unit === 'min');
      return call('player', 'Player', { kind: tracks.collection, minutes: minutes?.name });
    }
    case 'checklist': {
      const tasks = view(wanted.tasks);
      return call('checklist', 'Checklist', { kind: tasks.collection, done: needed(tasks, ['boolean']).name });
    }
    case 'booking': {
      const bookings = view(wanted.bookings);
      return call('booking', 'Booking', {
        things: kindOf(wanted.things),
        bookings: bookings.collection,
        thing: needed(bookings, ['link'], wanted.things).name,
        date: needed(bookings, ['date']).name,
        time: fieldOfType(bookings.entity, ['time'])?.name,
      });
    }
    case 'stock': {
      const items = view(wanted.items);
      const level = needed(items, ['number']);
      return call('stock', 'Stock', {
        kind: items.collection,
        level: level.name,
        least: fieldOfType(items.entity, ['number'], level)?.name,
      });
    }
    case 'requests': {
      const requests = view(wanted.requests);
      const status = needed(requests, ['choice']);
      return call('requests', 'Requests', { kind: requests.collection, status: status.name, roles: wanted.roles });
    }
    case 'comparison':
      return call('comparison', 'Comparison', { kind: kindOf(wanted.things) });
    case 'leaderboard':
      return call('score-board', 'ScoreBoard', { kind: kindOf(wanted.scores) });
    case 'attendance': {
      const events = view(wanted.events);
      const present = needed(events, ['links'], wanted.people);
      return call('attendance', 'Attendance', {
        events: events.collection,
        people: kindOf(wanted.people),
        present: present.name,
      });
    }
    case 'schedule': {
      const things = view(wanted.things);
      const every = things.entity.fields.find(({ name }) => name === 'everyDays') ?? needed(things, ['number']);
      return call('schedule', 'Schedule', {
        kind: things.collection,
        date: needed(things, ['date']).name,
        every: every.name,
      });
    }
    case 'auction': {
      const bids = view(wanted.bids);
      return call('auction', 'Auction', {
        lots: kindOf(wanted.lots),
        bids: bids.collection,
        price: fieldOfType(view(wanted.lots).entity, ['money'])?.name,
        lot: needed(bids, ['link'], wanted.lots).name,
        amount: needed(bids, ['money']).name,
      });
    }
    case 'editor': {
      const documents = view(wanted.documents);
      const body = needed(documents, ['longtext']);
      return call('editor', 'Editor', { kind: documents.collection, body: body.name, syntax: wanted.syntax });
    }
    case 'report':
      return call('report', 'Report', { kinds: wanted.records === undefined ? all : [kindOf(wanted.records)] });
    case 'contact':
      return call('contact', 'Contact', { kind: kindOf(wanted.messages) });
    case 'page':
      return call('reading', 'Reading', { sections: wanted.sections });
    case 'drawing':
      return call('drawing', 'Drawing');
    case 'bingo':
      return call('bingo', 'Bingo', { size: wanted.size, kind: kindOf(wanted.words) });
    case 'memory':
      return call('memory', 'Memory', { pairs: Math.min(12, Math.max(2, wanted.pairs)) });
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
