import table from './features.json' with { type: 'json' };
import type { ScreenWord } from './screen-words.js';

/** Something a prompt may ask for that is no record of its own. */
export interface Feature {
  readonly id: string;
  readonly words: readonly string[];
  /** What asks for it beside its words, in English: an address, a way to begin. */
  readonly said?: RegExp;
  /** Words beside which its own mean something else. */
  readonly unless: readonly string[];
  /** The screen that the ability is. */
  readonly screen?: ScreenWord;
  /** A screen that the note is about even if no word asks for it. */
  readonly with?: ScreenWord;
  /** What the app does instead, for the person who asked; absent: it is there. */
  readonly note?: string;
  /** Kinds of functions that do it all the same. */
  readonly met: readonly string[];
  /** Whether its words may name things as well. */
  readonly isAside: boolean;
}

/** Words that ask for an ability. A note says plainly where the first version only pretends, or leaves it out. */
export const FEATURES: readonly Feature[] = table.map(
  ({ id, words, unless = '', said, screen, with: other, note, met = '', isAside = false }) => ({
    id,
    isAside,
    met: met.split(' '),
    words: words.split('|'),
    unless: unless.split('|').filter(Boolean),
    ...(said !== undefined && { said: new RegExp(said, 'u') }),
    ...(screen !== undefined && { screen: screen as ScreenWord }),
    ...(other !== undefined && { with: other as ScreenWord }),
    ...(note !== undefined && { note }),
  }),
);
