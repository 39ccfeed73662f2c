import type { FieldValue } from '../../generation/plan.js';
import type { TemplateId } from '../themes.js';
import type { Domain, KnownEntity, Motif } from './domain.js';
import domains from './domains.json' with { type: 'json' };
import { fieldFrom, labelFrom } from './field-text.js';
import type { ScreenWord } from './screen-words.js';
import things from './things.json' with { type: 'json' };

interface ThingText {
  /** Absent: as the name reads. */
  readonly label?: string;
  readonly plural: string;
  readonly icon: string;
  readonly words: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly FieldValue[])[];
}

/** Of two things with one name, the second one's key ends in its domain: `Order@restaurant`. */
const thingFrom = (key: string, { label, words, fields, ...rest }: ThingText): KnownEntity => {
  const [name = key] = key.split('@');
  return {
    ...rest,
    name,
    label: label ?? labelFrom(name),
    words: words === '' ? [] : words.split('|'),
    fields: fields.map(fieldFrom),
  };
};

const THINGS = new Map(
  Object.entries(things as Readonly<Record<string, ThingText>>).map(([key, text]) => [key, thingFrom(key, text)]),
);

/** Everything the blueprint knows, the likelier kinds of app first: an equal score goes to the earlier one. */
export const DOMAINS: readonly Domain[] = domains.map(
  ({ words, motif, things: keys, screens = '', template, sells = false, ...domain }) => ({
    ...domain,
    sells,
    screens: (screens === '' ? [] : screens.split(' ')) as readonly ScreenWord[],
    ...(template !== undefined && { template: template as TemplateId }),
    motif: motif as Motif,
    words: words.split('|'),
    entities: keys.split(' ').flatMap((key) => THINGS.get(key) ?? []),
  }),
);
