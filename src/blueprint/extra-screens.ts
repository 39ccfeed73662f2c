import type { EntityPlan, ScreenPlan } from '../generation/plan.js';
import { recordsOfScreen } from './functions/function-records.js';
import table from './lexicon/extra-screens.json' with { type: 'json' };
import timerWords from './lexicon/timer-words.json' with { type: 'json' };
import type { Wishes } from './screen-wishes.js';

type Extra = Omit<ScreenPlan, 'entity'>;

/** Screens besides those of the things: what the prompt or the kind of app asks for and the things can fill. */
export const extraScreens = (
  entities: readonly EntityPlan[],
  { wants, timer, opensOn, functions }: Wishes,
  things: readonly ScreenPlan[],
): readonly ScreenPlan[] => {
  const ware = entities.find(
    (entity) =>
      things.some(({ archetype, entity: of }) => archetype === 'catalog' && of === entity.name) &&
      hasField(entity, 'money'),
  );
  const dated = entities.find((entity) => hasField(entity, 'date'));
  const marked = entities.find(({ fields }) => fields.some(({ name }) => name === 'favourite'));
  const logged = entities.find(
    (entity) => hasField(entity, 'date') && entity.fields.some(({ unit }) => unit === 'min'),
  );
  const filled = functions.filter((screen) =>
    recordsOfScreen(screen).every((record) => entities.some(({ name }) => name === record)),
  );
  const hasLog = filled.some(({ archetype }) => archetype === 'timer');
  const isTicked = filled.some(({ function: does }) => does?.kind === 'streak');
  return [
    ...filled,
    // A habit is ticked day by day: a list alone would not count it.
    ...(!isTicked && entities.some(({ name }) => name === 'Habit') ? [about(SCREENS.streak)] : []),
    ...(!hasLog && (wants('timer') || opensOn === 'timer')
      ? [
          about(
            { ...SCREENS.timer, name: timerWords.names[timer], tab: 'Timer', timer },
            timer === 'chess' ? undefined : logged,
          ),
        ]
      : []),
    ...(ware && (wants('cart') || wants('checkout')) ? [about(SCREENS.cart, ware), about(SCREENS.checkout, ware)] : []),
    ...(dated && wants('calendar') ? [about(SCREENS.calendar, dated)] : []),
    ...(entities.length > 0 && wants('map') ? [about(SCREENS.map, placeOf(entities))] : []),
    ...(entities.length > 0 && wants('dashboard') ? [about(SCREENS.dashboard)] : []),
    ...(marked && wants('favourites') ? [about(SCREENS.favourites, marked)] : []),
    ...(wants('onboarding') ? [about(SCREENS.onboarding)] : []),
    ...(wants('login') ? [about(SCREENS.login)] : []),
  ].filter((screen) => !entities.some(({ plural }) => plural === screen.name));
};

const about = (screen: Extra, entity?: EntityPlan): ScreenPlan => ({
  ...screen,
  ...(entity && { entity: entity.name }),
});

const hasField = ({ fields }: EntityPlan, type: string): boolean => fields.some((field) => field.type === type);

/** What stands on the map: a place where there is one. */
const placeOf = (entities: readonly EntityPlan[]): EntityPlan | undefined =>
  entities.find(({ name, fields }) => PLACES.test(name) || fields.some((field) => PLACES.test(field.name))) ??
  entities[0];

const PLACES = /place|location|city|shop|stop|listing|property|venue|restaurant|address|country|destination/i;

const SCREENS = table as Readonly<Record<keyof typeof table, Extra>>;
