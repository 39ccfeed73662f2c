import type { FieldPlan } from '../../generation/plan.js';
import { choice, date, longtext, money, number, text, yesNo } from './domain.js';

/** A field that a word of the prompt asks for, whatever the record is. */
export interface ExtraField {
  readonly words: readonly string[];
  readonly field: FieldPlan;
}

/** At most a few of these are added to the first entity, in this order. */
export const EXTRA_FIELDS: readonly ExtraField[] = [
  {
    words: ['price', 'prices', 'cost', 'costs', 'amount', 'value', 'preis', 'precio', 'prix'],
    field: money('price', 'Price', { summary: 'sum' }),
  },
  {
    words: ['quantity', 'quantities', 'count', 'counts', 'how many', 'anzahl', 'cantidad'],
    field: number('quantity', 'Quantity', { summary: 'sum' }),
  },
  { words: ['weight', 'weights', 'gewicht'], field: number('weight', 'Weight', { unit: 'kg', summary: 'sum' }) },
  {
    words: ['distance', 'distances', 'kilometers', 'kilometres', 'km', 'miles'],
    field: number('distance', 'Distance', { unit: 'km', summary: 'sum' }),
  },
  {
    words: ['duration', 'minutes', 'hours', 'dauer'],
    field: number('minutes', 'Duration', { unit: 'min', summary: 'sum' }),
  },
  {
    words: ['calorie', 'calories', 'kcal', 'kalorien'],
    field: number('calories', 'Energy', { unit: 'kcal', summary: 'sum' }),
  },
  { words: ['sets'], field: number('sets', 'Sets') },
  { words: ['reps', 'repetitions'], field: number('reps', 'Reps') },
  {
    words: ['temperature', 'temperatures'],
    field: number('temperature', 'Temperature', { unit: '°C', summary: 'average' }),
  },
  {
    words: ['rating', 'ratings', 'stars', 'rate', 'review', 'reviews', 'bewertung', 'bewertungen'],
    field: number('rating', 'Rating', { unit: '/ 5', summary: 'average' }),
  },
  {
    words: ['priority', 'priorities', 'urgent', 'priorität'],
    field: choice('priority', 'Priority', ['High', 'Medium', 'Low']),
  },
  { words: ['deadline', 'deadlines', 'due date', 'due dates', 'due'], field: date('due', 'Due') },
  { words: ['location', 'locations', 'place', 'ort', 'lugar'], field: text('location', 'Location') },
  { words: ['email', 'emails', 'e-mail'], field: text('email', 'Email') },
  { words: ['phone number', 'phone numbers', 'telephone'], field: text('phone', 'Phone') },
  { words: ['favourite', 'favourites', 'favorite', 'favorites', 'wishlist'], field: yesNo('favourite', 'Favourite') },
  {
    words: ['comment', 'comments', 'description', 'descriptions', 'details'],
    field: longtext('description', 'Description'),
  },
];
