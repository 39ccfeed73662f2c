import type { FieldPlan, FieldValue } from '../generation/plan.js';
import { SAMPLE_DAY } from '../generation/plan.js';
import { saysAny } from './functions/thing-data.js';
import looks from './lexicon/looks.json' with { type: 'json' };

const DAY_MS = 86_400_000;

/** The ISO day that lies `days` after the day the samples are written from. */
export const sampleDate = (days: number): string =>
  new Date(Date.parse(SAMPLE_DAY) + days * DAY_MS).toISOString().slice(0, 10);

/** How many days after the samples' own day an ISO day lies. */
export const daysFromSampleDay = (isoDay: string): number =>
  Math.round((Date.parse(isoDay) - Date.parse(SAMPLE_DAY)) / DAY_MS);

/** Whether dates of this name, or those of a kind of record of this name, mostly lie ahead: `dueDate`, `Appointment`. */
export const liesAhead = (what: keyof typeof looks.ahead, name: string): boolean =>
  saysAny(name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' '), looks.ahead[what]);

/** A believable value for a field that no row was written for; `random` gives numbers in [0, 1). */
export const sampleValue = (field: FieldPlan, random: () => number): FieldValue => {
  const between = (low: number, high: number): number => Math.round(low + random() * (high - low));
  switch (field.type) {
    case 'text':
      return field.name === 'location' ? pick(PLACES, random) : '';
    case 'longtext':
    case 'link':
      return '';
    case 'time':
      return `${String(between(8, 19)).padStart(2, '0')}:${pick(['00', '15', '30', '45'], random)}`;
    case 'list':
    case 'links':
      return [];
    case 'money':
      return between(8, 180) + pick([0, 0.5, 0.9], random);
    case 'number':
      return field.unit === '/ 5' ? between(3, 5) : field.unit === '%' ? between(2, 20) * 5 : between(2, 60);
    case 'date':
      return sampleDate(liesAhead('dates', field.name) ? between(1, 20) : between(-9, 0));
    case 'choice':
      return pick(field.choices ?? [''], random);
    case 'boolean':
      return random() < 0.35;
  }
};

const PLACES = ['Home', 'Old Town', 'Riverside', 'City centre', 'Harbour', 'North field'] as const;

export const pick = <T>(values: readonly T[], random: () => number): T => {
  const value = values[Math.floor(random() * values.length)] ?? values[0];
  if (value === undefined) throw new Error('pick needs at least one value');
  return value;
};
