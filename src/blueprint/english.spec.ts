import { describe, expect, it } from '@jest/globals';

import { taggedWords } from '../english/tagger.js';
import { planApp } from './plan-app.js';
import { nounIn, spokenThings } from './request-nouns.js';

describe('the tagger', () => {
  it('keeps hyphened words and their kind whole', () => {
    expect(taggedWords('A casino-themed to-do list with 3D models in real-time charts')).toEqual(
      expect.arrayContaining([
        { text: 'casino-themed', tag: 'ADJ' },
        { text: 'to-do', tag: 'NOUN' },
        { text: '3D', tag: 'PROPN' },
        { text: 'real-time', tag: 'ADJ' },
      ]),
    );
  });

  it('knows a verb at the head of a sentence', () => {
    expect(taggedWords('Delivers parcels. Weighs them.').filter(({ tag }) => tag === 'VERB')).toEqual([
      { text: 'delivers', tag: 'VERB' },
      { text: 'weighs', tag: 'VERB' },
    ]);
  });
});

describe('the thing in a phrase', () => {
  it.each([
    ['quickly measures kitchen shelves', 'kitchen shelves'],
    ['gorgeous postcards', 'postcards'],
    ['national costumes', 'national costumes'],
    ['executing SQL scripts', 'SQL scripts'],
    ['reading magazines', 'magazines'],
    ['reading lists', 'reading lists'],
    ['dimming dynamically', ''],
    ['SQL', ''],
  ])('%j is %j', (phrase, thing) => {
    expect(nounIn(phrase)).toBe(thing);
  });

  it('is called what the text calls it twice', () => {
    const text = 'Sell mystery boxes: who opens a mystery box may open a blind box. Blind boxes cost more.';
    expect(nounIn('blind boxes', text)).toBe('blind boxes');
    expect(nounIn('blind boxes')).toBe('boxes');
  });

  it('comes in the order of how often a text speaks of it', () => {
    expect(spokenThings('Weigh parcels. A parcel goes to a courier, and parcels come back.')).toEqual([
      'parcels',
      'couriers',
    ]);
  });
});

describe('an app for a request that lists nothing to keep', () => {
  it.each([
    ['Unlocks scooters remotely', 'Scooters', ['Scooters']],
    ['Straightens crooked scans (see https://example.org/scans)', 'Crooked Scans', ['Scans']],
    [
      'The platform should decode telegrams that arrive and redirect telegrams that are spam',
      'Telegrams',
      ['Telegrams'],
    ],
  ])('%j keeps what the request speaks of', (prompt, name, things) => {
    const plan = planApp({ prompt });
    expect([plan.name, ...plan.entities.map(({ plural }) => plural)]).toEqual([name, ...things]);
  });

  it('says that what it asks to be done is not there, whatever the verb', () => {
    const prompt =
      'Please implement a greenhouse tool. Users should be able to log in, list greenhouses, ventilate greenhouses and delete greenhouses.';
    expect(planApp({ prompt }).notes).toContainEqual(
      expect.stringMatching(/^Asked for, and not there: ventilate greenhouses\. /),
    );
  });
});
