import { describe, expect, it } from '@jest/globals';

import { planApp } from './plan-app.js';

/** Every record's plural and its fields' labels. */
const recordsOf = (prompt: string): string =>
  planApp({ prompt })
    .entities.map(({ plural, fields }) => `${plural}: ${fields.map(({ label }) => label).join(', ')}`)
    .join('; ');

describe('a word that means two things', () => {
  it.each([
    ['A safe client for KeePass', /Deal|Contacts/],
    ['Code examples for the new functions in iOS', /Teacher/],
    ['Embraces the neumorphism design language', /Teacher/],
    ['Create and edit sprites and pixel art', /Taken/],
    ['A terminal emulator', /Guest/],
    ['A chat with friends', /birthday/],
    ['A waste management app: submit plan filings and manage applications of enterprises', /Interview|Role/],
    ['A payment platform with transaction management, merchants and bank cards', /Expense/],
    ['A news app. It should include account pages, news list pages and news detail pages.', /pages/],
    ['Track your travel modes and your carbon footprint', /Budget/],
    ['Model train collection', /From|Departs/],
    ['An Old School Runescape companion', /Courses/],
    ['Create logos, typography and other graphics', /Number plate/],
  ])('of %j is no template of the other kind: %s', (prompt, template) => {
    expect(recordsOf(prompt)).not.toMatch(template);
  });

  it.each([
    ['A CRM for clients and deals', /Contacts|Clients: .*Company/],
    ['An app for language learning with lessons', /Lessons/],
    ['An app for an exam, with courses', /Courses: Course, Teacher/],
    ['An app for the birthdays of my friends', /Friends: .*birthday/],
    ['Job search: track my applications and interviews', /Applications: Role, Company/],
    ['A trip planner for holidays with a budget', /Trips: .*Budget/],
    ['A place for Jeep owners to buy and sell Jeep parts', /Offers: .*Price, Condition, Contact/],
    ['Garage sale for horse owners to sell saddles', /Saddles: .*Condition/],
    ['Something for my guitar students, who paid and when is the next lesson', /Students: Name/],
    ['An app for our book club', /Books: Title, Author/],
    ["My cats' weights and vet bills", /Weights: /],
    ['An app for pressure washing jobs', /Jobs: (?!Role)/],
    ['List of people currently in space', /People: Name/],
  ])('of %j is its own kind: %s', (prompt, records) => {
    expect(recordsOf(prompt)).toMatch(records);
  });
});
