import type { FunctionPlan } from './function-plan.js';

/** The typed plan of an app: what the blueprint derives by rules and, later, a model fills in. Plain JSON. */
export interface AppPlan {
  /** The app's name as people read it, 1 to 40 characters. */
  readonly name: string;
  /** One sentence for the home screen, in the prompt's own words. */
  readonly tagline: string;
  /** The domain the blueprint recognised (`fitness`, `shop` …), or `general`. */
  readonly domain: string;
  readonly entities: readonly EntityPlan[];
  readonly screens: readonly ScreenPlan[];
  /** What the app keeps besides records, beyond what every app does (appearance, the person's name); absent: nothing. */
  readonly settings?: readonly SettingPlan[];
  readonly theme: ThemePlan;
  /** What was not understood, or is only mocked: plain sentences for the person who asked. */
  readonly notes: readonly string[];
  /** Seeds samples and images: the same prompt and seed give identical bytes. */
  readonly seed: number;
  /** How the app looks before the person has chosen; absent: as the device does. */
  readonly appearance?: 'light' | 'dark';
  /** How sure the planner is that it understood the prompt, 0 to 1; absent: it does not say. */
  readonly confidence?: number;
  /** The language of the app's own labels and messages, dates and numbers; absent: English. */
  readonly language?: AppLanguage;
  /** ISO 4217 code of its sums of money; absent: that of the language. */
  readonly currency?: string;
  /** The colours asked for, before they were moved for contrast; absent: none were. */
  readonly palette?: PalettePlan;
  /** What the app can do (`search`, `cart`, `dark-mode` …), for lists and searches; absent: not told. */
  readonly capabilities?: readonly string[];
}

/** Languages with a message catalogue. */
export const APP_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'ja', 'zh', 'ko'] as const;
export type AppLanguage = (typeof APP_LANGUAGES)[number];

/** Colours as `#rrggbb`. */
export interface PalettePlan {
  readonly background?: string;
  readonly primary?: string;
}

export interface EntityPlan {
  /** Singular, PascalCase: also the TypeScript type's name (`Workout`). */
  readonly name: string;
  /** Singular as people read it (`Meal plan`, `家計簿`); absent: the name. */
  readonly label?: string;
  /** Plural as people read it (`Workouts`). */
  readonly plural: string;
  /** An Ionicons glyph name. */
  readonly icon: string;
  readonly fields: readonly FieldPlan[];
  /**
   * Realistic first records, one value a field; dates are ISO days counted from `SAMPLE_DAY`, which stands for today; a link
   * is the title of a record of the other entity, links are several.
   */
  readonly samples: readonly Readonly<Record<string, FieldValue>>[];
}

/** The day the samples' dates are written from: the app shifts them so that this day is the day of its first start. */
export const SAMPLE_DAY = '2026-01-15';

/** `time` is a time of day (`HH:MM`); `list` several short texts; `link` one record of another entity, `links` any number. */
export type FieldType =
  'text' | 'longtext' | 'number' | 'money' | 'date' | 'time' | 'choice' | 'boolean' | 'list' | 'link' | 'links';
export type FieldValue = string | number | boolean | readonly string[];

export interface FieldPlan {
  /** camelCase property name. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Only for `choice`. */
  readonly choices?: readonly string[];
  /** Only for `link` and `links`: the name of the entity they lead to. */
  readonly to?: string;
  /** The least a number or a sum may be; absent: 0. */
  readonly min?: number;
  /** The most a number or a sum may be. */
  readonly max?: number;
  /** Only for `number`: a year, written without a thousands separator. */
  readonly isYear?: boolean;
  /** What a number counts (`min`, `km`, `kcal`), shown behind it. */
  readonly unit?: string;
  /** How a number reads over many records; absent: it is not worth a figure on the home screen. */
  readonly summary?: 'sum' | 'average';
  readonly isRequired: boolean;
}

/** `list` is several short texts, such as the rows of a beat. */
export type SettingType = 'text' | 'number' | 'choice' | 'boolean' | 'list';

/** A setting of the app's own (a unit, a difficulty), or the state of a screen that outlives it (an unsaved beat). */
export interface SettingPlan {
  /** camelCase property name among the app's preferences. */
  readonly name: string;
  readonly label: string;
  readonly type: SettingType;
  /** Only for `choice`. */
  readonly choices?: readonly string[];
  /** Only for `number`: what it counts. */
  readonly unit?: string;
  /** What it is before anybody has changed it. */
  readonly initial: FieldValue;
  /** Whether the settings screen offers it; false: screens alone read and write it. */
  readonly isOffered: boolean;
}

/**
 * What a screen is. With an entity: `list` (rows), `catalog` (pictures), `feed` (posts); `detail` or `chat` opens one record of
 * it; `form` adds and edits; `calendar` and `map` show its records by day and place; `cart` and `checkout` sell them;
 * `favourites` gathers those marked; a `timer` may log into it. A `function` does what its plan says.
 */
export type Archetype =
  | 'home'
  | 'list'
  | 'catalog'
  | 'feed'
  | 'detail'
  | 'chat'
  | 'form'
  | 'dashboard'
  | 'calendar'
  | 'map'
  | 'timer'
  | 'cart'
  | 'checkout'
  | 'favourites'
  | 'onboarding'
  | 'login'
  | 'profile'
  | 'settings'
  | 'function';

/**
 * `chess` gives two players a clock each, `interval` counts down work and rest, `stopwatch` counts up, `countdown` runs down
 * once, `log` measures how long something takes and keeps it (a feed, a nap), across reloads.
 */
export type TimerKind = 'chess' | 'interval' | 'stopwatch' | 'countdown' | 'log';

export interface ScreenPlan {
  /** The name people see, unique in the app (`Workouts`). */
  readonly name: string;
  readonly archetype: Archetype;
  /** expo-router route below `app/`, without extension: `(tabs)/workouts`, `workouts/[id]`. */
  readonly route: string;
  /** The entity the screen is about, where its archetype has one. */
  readonly entity?: string;
  /** Only for `timer`; absent: `interval`. */
  readonly timer?: TimerKind;
  /** Only for `function`. */
  readonly function?: FunctionPlan;
  /** One word for its tab; absent: made from the name. */
  readonly tab?: string;
  /** An Ionicons glyph name; set where the screen has a tab. */
  readonly icon?: string;
  readonly isTab: boolean;
  /** What a person sees and does there, in the words of a model's plan; absent: by rules. */
  readonly brief?: string;
}

export interface ThemePlan {
  /** The template the theme comes from (`modern-blue`). */
  readonly templateId: string;
  readonly light: ThemeTokens;
  readonly dark: ThemeTokens;
}

/** Colours as `#rrggbb`. */
export interface ThemeTokens {
  readonly background: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly primary: string;
  readonly onPrimary: string;
  readonly border: string;
  readonly danger: string;
}
