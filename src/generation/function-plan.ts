/**
 * What a screen does besides showing records: each kind is one renderer of the blueprint, with these parameters. Where a
 * parameter is an entity's name, the fields it works with are found by their type and order, as said beside it.
 */
export type FunctionPlan =
  /** Works out a figure while one types. */
  | { readonly kind: 'calculator'; readonly formula: Formula }
  /** Turns amounts from one unit into another; currencies by rates that the person sets. */
  | { readonly kind: 'converter'; readonly units: readonly [UnitGroup, ...UnitGroup[]] }
  /** Who owes whom. `expenses` has a money field, a link to `people` (who paid) and links to `people` (for whom; none: all). */
  | { readonly kind: 'split'; readonly people: string; readonly expenses: string }
  /** One vote a poll, with bars. `polls` has a list field: the answers. */
  | { readonly kind: 'poll'; readonly polls: string }
  /** `questions` has a text, then a text `answer` and a list: the wrong answers. `scores` has a number, may have a text and a date. */
  | { readonly kind: 'quiz'; readonly questions: string; readonly scores?: string }
  /** Spaced repetition. `cards` has two texts: front and back. */
  | { readonly kind: 'flashcards'; readonly cards: string }
  /** Columns are the choices of the first choice field of `cards`. */
  | { readonly kind: 'board'; readonly cards: string }
  /** Sorts the records of `things` into the choices of their first choice field, for points. `scores` as for a quiz. */
  | { readonly kind: 'sorting'; readonly things: string; readonly scores?: string }
  /** Draws one record of `options`. */
  | { readonly kind: 'wheel'; readonly options: string }
  | { readonly kind: 'dice'; readonly sides: number; readonly count: number }
  /** Counts up and down, for each record of `things`: the first number field is the count. */
  | { readonly kind: 'counter'; readonly things: string }
  /** Ticked once a day, with streaks, for each record of `habits`. */
  | { readonly kind: 'streak'; readonly habits: string }
  /** Plays the records of `tracks` one after the other: a text, a number in `min`; the sound is generated. */
  | { readonly kind: 'player'; readonly tracks: string }
  /** The open records of `tasks` (a boolean: done) to tick off, with what is done below. */
  | { readonly kind: 'checklist'; readonly tasks: string }
  /** A free slot of a record of `things`; `bookings` has a link to `things`, a date and a time. */
  | { readonly kind: 'booking'; readonly things: string; readonly bookings: string }
  /** Stock in and out. `items` has two number fields: how many there are, and below how many there are too few. */
  | { readonly kind: 'stock'; readonly items: string }
  /** `requests` has a choice of at least three: asked, granted, done (a fourth: refused). Two roles take turns. */
  | { readonly kind: 'requests'; readonly requests: string; readonly roles: readonly [string, string] }
  /** Two or three records side by side, the better figure marked. */
  | { readonly kind: 'comparison'; readonly things: string }
  /** Ranks `scores` by their first number or sum, the highest first. */
  | { readonly kind: 'leaderboard'; readonly scores: string }
  /** Who was there. `events` has links to `people`. */
  | { readonly kind: 'attendance'; readonly events: string; readonly people: string }
  /** What is due next. `things` has a date (when it was last done) and a number in days (how often). */
  | { readonly kind: 'schedule'; readonly things: string }
  /** Highest bid wins. `bids` has a link to `lots` and a money field; `lots` a money field (the starting price). */
  | { readonly kind: 'auction'; readonly lots: string; readonly bids: string }
  /** A long text with a preview beside it; `documents` has a text and a long text. */
  | { readonly kind: 'editor'; readonly documents: string; readonly syntax: 'markdown' | 'html' }
  /** A report of the chosen records and fields of `records`, to read and to copy; absent: of any records of the app. */
  | { readonly kind: 'report'; readonly records?: string }
  /** A form that sends a message, kept in `messages`. */
  | { readonly kind: 'contact'; readonly messages: string }
  /** Text to read (about us, a guide). */
  | { readonly kind: 'page'; readonly sections: readonly PageSection[] }
  | { readonly kind: 'drawing' }
  /** A card of 3, 4 or 5 rows from the titles of `words`; absent: numbers. */
  | { readonly kind: 'bingo'; readonly size: 3 | 4 | 5; readonly words?: string }
  | { readonly kind: 'memory'; readonly pairs: number }
  /** Something to hit before it is gone, or to stay out of the way of. `scores` as for a quiz. */
  | { readonly kind: 'game'; readonly rules: 'catch' | 'dodge'; readonly scores?: string }
  /** Files chosen from the device, to look at and to save again; each is a record of `files`, which may have a number (kB) and a date. */
  | { readonly kind: 'files'; readonly files: string };

export interface PageSection {
  readonly heading: string;
  readonly text: string;
}

/** `everyday` has the keys of a pocket calculator. */
export type Formula = 'everyday' | 'tip' | 'bmi' | 'loan' | 'percent' | 'discount' | 'savings' | 'fuel' | 'age';

export type UnitGroup =
  | 'cooking'
  | 'length'
  | 'weight'
  | 'temperature'
  | 'volume'
  | 'area'
  | 'speed'
  | 'time'
  | 'data'
  | 'energy'
  | 'currency';
