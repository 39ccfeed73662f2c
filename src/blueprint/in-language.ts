import type { AppLanguage, AppPlan, EntityPlan, ScreenPlan } from '../generation/plan.js';
import { labelIn } from './languages/labels.js';
import { type Message, messagesOf } from './languages/messages.js';
import { withUniqueNames } from './plan-screens.js';

/**
 * A plan that the rules made, with the lexicon's labels in the language of the prompt; what the person wrote stays. It begins empty: the
 * lexicon's samples are English.
 */
export const inLanguage = (plan: AppPlan, language: AppLanguage): AppPlan => {
  if (language === 'en') return plan;
  const entities = plan.entities.map((entity) => entityIn(entity, language));
  return { ...plan, language, entities, screens: withUniqueNames(screensIn(plan, entities, language)) };
};

const entityIn = (entity: EntityPlan, language: AppLanguage): EntityPlan => ({
  ...entity,
  label: labelIn(entity.label ?? entity.name, language),
  plural: labelIn(entity.plural, language),
  fields: entity.fields.map((field) => ({
    ...field,
    label: labelIn(field.type === 'money' && field.label === 'Amount' ? AMOUNT_OF_MONEY : field.label, language),
    ...(field.unit !== undefined && { unit: labelIn(field.unit, language) }),
    ...(field.choices && { choices: choicesIn(field.choices, language) }),
  })),
  samples: [],
});

/** Other languages have another word for it than for an amount of flour. */
const AMOUNT_OF_MONEY = 'Amount of money';

/** Two that are one word in the language stay apart. */
const choicesIn = (choices: readonly string[], language: AppLanguage): readonly string[] => {
  const words = choices.map((choice) => labelIn(choice, language));
  return words.map((word, index) => (words.indexOf(word) === index ? word : `${word} (${choices[index] ?? ''})`));
};

/** Screens that every app may have, by the message that is their name. */
const STOCK =
  'home profile settings cart checkout calendar map statistics favourites feed timer stopwatch countdown clock tour signIn'.split(
    ' ',
  ) as readonly Message[];

const screensIn = (plan: AppPlan, entities: readonly EntityPlan[], language: AppLanguage): readonly ScreenPlan[] => {
  const says = messagesOf(language);
  const english = messagesOf('en');
  const nameIn = ({ name, archetype, entity }: ScreenPlan): string => {
    const index = plan.entities.findIndex((one) => one.name === entity);
    const label = entities[index]?.label ?? '';
    const plural = entities[index]?.plural ?? '';
    if (archetype === 'detail' || archetype === 'form') {
      const message = archetype === 'detail' ? 'details' : 'form';
      const isStock = name === english[message].replace('{noun}', plan.entities[index]?.label ?? '');
      return isStock ? says[message].replace('{noun}', label) : name;
    }
    if (name === plan.entities[index]?.plural) return plural;
    const stock = STOCK.find((message) => english[message] === name);
    return stock === undefined ? labelIn(name, language) : says[stock];
  };
  return plan.screens.map((screen) => ({
    ...screen,
    name: nameIn(screen),
    ...(screen.tab !== undefined && { tab: labelIn(screen.tab, language) }),
  }));
};
