import table from './screen-words.json' with { type: 'json' };

/** The archetypes that a word alone can ask for; `overview` is all of the app's main things. */
export type ScreenWord = keyof typeof table;

/** Names of screens, as people write them. */
export const SCREEN_WORDS: readonly (readonly [RegExp, ScreenWord])[] = Object.entries(table).map(([screen, words]) => [
  new RegExp(`^(?:${words})$`, 'i'),
  screen as ScreenWord,
]);
