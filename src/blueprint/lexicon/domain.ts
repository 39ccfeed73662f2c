import type { FieldPlan, FieldValue } from '../../generation/plan.js';
import type drawings from '../icon-drawings.json';
import type { TemplateId } from '../themes.js';
import type { ScreenWord } from './screen-words.js';

/** What the blueprint knows of one kind of app. */
export interface Domain {
  readonly id: string;
  /** The app's name where the prompt gives none. */
  readonly appName: string;
  /** Which drawing the icon shows. */
  readonly motif: Motif;
  /** Words, stems (`cook*`) and emoji that speak of this domain, in any language, lower case. */
  readonly words: readonly string[];
  readonly entities: readonly KnownEntity[];
  /** Screens that it has without being asked, besides those of its things. */
  readonly screens: readonly ScreenWord[];
  /** The theme that suits it, where neither a template nor a colour is asked for. */
  readonly template?: TemplateId;
  /** Whether its priced things are there to be bought. */
  readonly sells: boolean;
}

/** A thing the blueprint has fields and samples for. */
export interface KnownEntity {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly icon: string;
  /** Words that name this thing, lower case, without its own singular and plural. */
  readonly words: readonly string[];
  readonly fields: readonly FieldPlan[];
  /** One row a record, in the fields' order; a date is a number of days from today. */
  readonly rows: readonly (readonly FieldValue[])[];
}

export type Motif = keyof typeof drawings;
