import type { SourceFile } from '../../generation/app-files.js';
import type { EntityPlan, ScreenPlan } from '../../generation/plan.js';
import { daysFromSampleDay } from '../sample-values.js';
import { pathOf, screenOf, type AppStage } from './app-stage.js';
import { entityViews, fieldOfType, viewAt, type EntityView } from './entity-view.js';
import { componentFile, framedFile, frameOf } from './frame.js';
import { literal } from './source-text.js';

/** All records of an entity: rows with search and filter, pictures, or posts. */
export const listFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const view = viewAt(stage.plan, screen);
  const isFeed = screen.archetype === 'feed';
  const sells = screen.archetype === 'catalog' && screenOf(stage, 'cart', view.entity) !== undefined;
  return componentFile(screen, isFeed ? 'RecordFeed' : 'RecordList', [
    `kind="${view.collection}"`,
    !isFeed && `look="${screen.archetype === 'catalog' ? 'pictures' : 'rows'}"`,
    frameOf(stage, screen),
    sells && 'action={(record) => <CartButton id={record.id} />}',
  ]);
};

/** Everything about one record. */
export const detailFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const { entity, collection } = viewAt(stage.plan, screen);
  const sells = screenOf(stage, 'cart', entity) !== undefined;
  return componentFile(screen, 'RecordDetails', [
    `kind="${collection}"`,
    isOneOf(stage, entity, 'catalog', 'feed') && 'isPictured',
    sells && 'action={(record) => <CartButton id={record.id} isLarge />}',
  ]);
};

/** Adds a record, or edits the one whose id stands in the address. */
export const formFile = ({ plan }: AppStage, screen: ScreenPlan): SourceFile =>
  componentFile(screen, 'RecordForm', [`kind="${viewAt(plan, screen).collection}"`]);

/** One conversation: bubbles, a field to write in, and canned answers. */
export const chatFile = ({ plan }: AppStage, screen: ScreenPlan): SourceFile => {
  const { entity, collection } = viewAt(plan, screen);
  const last = fieldOfType(entity, ['longtext']);
  return componentFile(screen, 'Chat', [`kind="${collection}"`, last && `last="${last.name}"`]);
};

/** A month with a dot on each day that has records. */
export const calendarFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const dated = entityViews(stage.plan).filter(({ date }) => date !== undefined);
  const first = dated.filter(({ entity }) => entity.name === screen.entity);
  const kinds = kindsOf([...first, ...dated.filter((view) => !first.includes(view))]);
  return framedFile(stage, screen, `      <RecordCalendar kinds={${kinds}} />`);
};

/** A drawn map whose pins open records. */
export const mapFile = (stage: AppStage, screen: ScreenPlan): SourceFile =>
  framedFile(stage, screen, `      <RecordMap kind="${viewAt(stage.plan, screen).collection}" />`);

/** Everything marked as a favourite. */
export const favouritesFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const marked = entityViews(stage.plan).filter(({ entity }) => entity.fields.some(({ name }) => name === 'favourite'));
  return framedFile(stage, screen, `      <RecordFavourites kinds={${kindsOf(marked)}} />`);
};

/** Fields by which a chart can group records. */
const GROUPING: ReadonlySet<string> = new Set(['choice', 'link', 'links', 'boolean', 'date']);

/** Rings, totals, the days and a chart: every figure is counted from the store. */
export const dashboardFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const views = entityViews(stage.plan);
  const ringed = views.filter(({ entity }) =>
    entity.fields.some(({ type, unit }) => type === 'boolean' || unit === '%'),
  );
  const dated = views.filter(({ date }) => date !== undefined).slice(0, 2);
  const charted = views.filter(({ entity }) => entity.fields.some(({ type }) => GROUPING.has(type)));
  return framedFile(
    stage,
    screen,
    '      <Columns>',
    ringed.length > 0 && `        <RingRow kinds={${kindsOf(ringed.slice(0, 3))}} />`,
    `        <FigureTiles kinds={${kindsOf(views)}} figures={2} />`,
    ...dated.map(({ collection }) => `        <DaysCard kind="${collection}" />`),
    charted.length > 0 && `        <ChartCard kinds={${kindsOf(charted)}} />`,
    '      </Columns>',
  );
};

/** The app's name, what is next, what the app can do, its figures and latest records. */
export const homeFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const views = entityViews(stage.plan);
  const [first] = views;
  const shortcuts = stage.screens
    .filter(({ archetype }) => archetype === 'function' || archetype === 'timer')
    .slice(0, 4);
  const insight = first && insightOf(first);
  return framedFile(
    stage,
    screen,
    '      <Columns>',
    first && `        <NextCard kinds={${kindsOf(isOneOf(stage, first.entity, 'catalog') ? [first] : views)}} />`,
    shortcuts.length > 0 &&
      `        <Shortcuts\n          items={[\n${shortcuts.map((one) => `            ${linkTo(one)}`).join('\n')}\n          ]}\n        />`,
    ...views.slice(0, 1).map((view) => latest(stage, view, 4)),
    first && `        <FigureTiles kinds={${kindsOf(views.slice(0, 4))}} />`,
    insight === 'days' && first && `        <DaysCard kind="${first.collection}" />`,
    insight === 'shares' && first && `        <SharesCard kind="${first.collection}" />`,
    ...views.slice(1, 3).map((view) => latest(stage, view, 3)),
    '      </Columns>',
  );
};

const latest = (stage: AppStage, { entity, collection }: EntityView, count: number): string => {
  const isPictured = isOneOf(stage, entity, 'catalog');
  return `        <LatestCard kind="${collection}" count={${isPictured ? 6 : count}}${isPictured ? ' isPictured' : ''} />`;
};

/** A screen as one can go there. */
export const linkTo = (screen: ScreenPlan): string =>
  `{ icon: ${literal(screen.icon ?? 'sparkles-outline')}, label: ${literal(screen.name)}, path: "${pathOf(screen)}" },`;

/** What the home screen shows besides its figures: the last days where something adds up, or how many records each choice has. */
const insightOf = ({ entity, date, choice }: EntityView): 'days' | 'shares' | undefined => {
  const ages = entity.samples.map((sample) => -daysFromSampleDay(String(sample[date?.name ?? ''])));
  const isRecent = ages.filter((age) => age >= 0 && age < 7).length >= 3;
  return isRecent && entity.fields.some(({ summary }) => summary === 'sum') ? 'days' : choice ? 'shares' : undefined;
};

const isOneOf = ({ plan }: AppStage, { name }: EntityPlan, ...archetypes: readonly string[]): boolean =>
  plan.screens.some(({ archetype, entity }) => entity === name && archetypes.includes(archetype));

export const kindsOf = (views: readonly EntityView[]): string =>
  `[${views.map(({ collection }) => `"${collection}"`).join(', ')}]`;
