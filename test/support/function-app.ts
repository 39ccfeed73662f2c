import { planApp } from '../../src/blueprint/plan-app.js';
import { planScreens } from '../../src/blueprint/plan-screens.js';
import type { AppPlan, EntityPlan, ScreenPlan } from '../../src/generation/plan.js';

/** A prompt for each function screen, by `keyOf`. */
const ASKED: Readonly<Record<string, string>> = {
  'calculator tip': 'Tip calculator',
  'calculator age': 'Age calculator',
  'calculator everyday': 'Pocket calculator',
  converter: 'Unit converter for cooking: cups, grams, ounces, and currencies',
  split: 'Split the bill with my flatmates: expenses, who owes whom, settle up',
  poll: 'Polls to vote in',
  quiz: 'Quiz with score and leaderboard',
  leaderboard: 'Quiz with score and leaderboard',
  sorting: 'A recycling game for kids: sort waste into bins',
  flashcards: 'Flashcards with spaced repetition',
  board: 'Kanban board with three columns, drag cards',
  wheel: 'A spinning wheel',
  dice: 'Dice roller',
  bingo: 'Bingo',
  memory: 'Memory game',
  dashboard: 'Expense tracker with charts and statistics',
  drawing: 'Drawing pad',
  files: 'Upload files and download them',
  'game catch': 'Whack-a-mole',
  'game dodge': 'A flying game where one avoids obstacles',
  counter: 'Tally counter',
  streak: 'Habits with streaks',
  player: 'Music player',
  checklist: 'Checklist for travelling',
  booking: 'Book a meeting room',
  stock: 'Stock in, stock out, low-stock warning',
  requests: 'Purchase requests that the manager approves',
  auction: 'Auction with bids',
  schedule: 'Plants with a watering plan',
  'editor markdown': 'Markdown editor',
  'editor html': 'HTML editor with live preview',
  comparison: 'Compare phones side by side',
  attendance: 'Attendance of the members at rehearsals of our choir',
  report: 'Generate stock reports for shares on the market',
  page: 'A solar company: history, mission and values, contact form',
  contact: 'A solar company: history, mission and values, contact form',
  interval: 'Pomodoro timer',
  stopwatch: 'Stopwatch with laps',
  countdown: 'Countdown timer',
  chess: 'Chess clock',
  log: 'Baby sleep log with a timer',
};

/** The screens of the app in the order of use: the leaderboard comes after a game. */
export const FUNCTION_KEYS: readonly string[] = Object.keys(ASKED);

/** The key of a function screen: its kind, with its formula, syntax or rules. */
const keyOf = ({ function: does, timer, archetype }: ScreenPlan): string => {
  if (does === undefined) return timer ?? archetype;
  if (does.kind === 'calculator') return `calculator ${does.formula}`;
  if (does.kind === 'game') return `game ${does.rules}`;
  return does.kind === 'editor' ? `editor ${does.syntax}` : does.kind;
};

/** One app with every function screen, each as the rules plan it for a prompt. */
export const functionApp = (): AppPlan => {
  const parts = Object.entries(ASKED).map(([key, prompt]) => {
    const plan = planApp({ prompt });
    const screen = plan.screens.find((one) => keyOf(one) === key);
    if (!screen) throw new Error(`“${prompt}” gives no ${key}`);
    return { plan, screen: { ...screen, name: titleOf(key), route: `do-${key.replace(' ', '-')}`, isTab: false } };
  });
  const [first] = parts;
  if (!first) throw new Error('No function is asked for');
  const entities = parts
    .flatMap(({ plan }) => plan.entities)
    .filter((one, index, all) => all.findIndex(({ name }) => name === one.name) === index)
    .map(calledApart);
  const screens = planScreens(entities, {
    sells: false,
    named: [],
    timer: 'interval',
    functions: [],
    opensOn: undefined,
    wants: () => false,
    asks: () => false,
  });
  const profile = screens.findIndex(({ archetype }) => archetype === 'profile');
  return {
    ...first.plan,
    name: 'Everything',
    entities,
    screens: [...screens.slice(0, profile), ...parts.map(({ screen }) => screen), ...screens.slice(profile)],
  };
};

/** The text of the link to the screen. */
export const titleOf = (key: string): string => `The ${key}`;

/** Makes plurals unique: cards of a board and flashcards are different entities. */
const calledApart = (entity: EntityPlan, index: number, all: readonly EntityPlan[]): EntityPlan =>
  all.findIndex(({ plural }) => plural === entity.plural) === index
    ? entity
    : { ...entity, plural: `${entity.plural} (${entity.name})` };
