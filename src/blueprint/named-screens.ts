import { SCREEN_WORDS, type ScreenWord } from './lexicon/screen-words.js';
import type { PromptText } from './prompt-text.js';

/** A screen the prompt asks for by name: its own words, and what is known of them. */
export interface NamedScreen {
  readonly name: string;
  readonly archetype: ScreenWord | undefined;
}

/** The screens that the prompt lists (`Include home, products, cart and profile`), in its order. */
export const namedScreens = (prompt: PromptText): readonly NamedScreen[] => {
  const names = [...prompt.clean.matchAll(SCREEN_LISTS)].flatMap(([whole, behind, before]) => {
    const parts = partsOf(behind ?? before ?? '');
    // `music, including Western and Japanese` speaks of no screens.
    const isOfScreens = !/^including/i.test(whole) || parts.some((part) => archetypeOf(part) !== undefined);
    return isOfScreens ? parts : [];
  });
  const unique = [...new Set(names.map((name) => name.toLowerCase()))];
  return unique.map((name) => ({ name, archetype: archetypeOf(name) }));
};

/** The archetype that a screen's name speaks of; undefined where it may be an entity's. */
export const archetypeOf = (name: string): ScreenWord | undefined =>
  SCREEN_WORDS.find(([words]) => words.test(name))?.[1];

/** `include …`, `screens: …`, `pages for …`; or `… screens`, `… tabs` behind the list. */
const SCREEN_LISTS =
  /\b(?:includ(?:e|es|ing)|screens|pages|tabs|sections|(?:screens?|pages?|tabs?|views?|sections?)(?= (?:for|like|such as|are|should be)\b| ?:)|seiten|pantallas|écrans)(?: (?:for|like|such as|are|should be|für|para|pour))? ?:? (?!for\b|with\b)([^.;!?\n]+)|\b(?:with|has|have|needs?) (?!(?:exactly |only |just )?(?:one|two|three|four|five|six|seven|\d+) )([^\s.;!?][^.;!?\n]{0,300}?) (?:screens|pages|tabs|views|sections)\b/giu;

const partsOf = (list: string): readonly string[] =>
  list
    .split(/\s?(?:,|&(?=\s)|\+|\/|\s(?:and|und|y|et|e|plus)\s)\s?/iu)
    .map((part) =>
      part
        .replaceAll(/^(?:and|an?|the|my|their|user|main)\s|\s(?:screens?|pages?|tabs?|views?|sections?)$/giu, '')
        .replace(/^(?:and|an?|the)\s+/i, '')
        .trim(),
    )
    .filter((part) => part !== '' && part.length <= 30 && part.split(/\s+/).length <= 3);
