import { describe, expect, it } from '@jest/globals';

import { planApp } from '../../plan-app.js';
import { kindsFile } from './kinds-file.js';

const kindsOf = (prompt: string): string =>
  kindsFile({ plan: planApp({ prompt }), screens: [], isFinished: true }).content;

const lineOf = (prompt: string, field: string): string | undefined =>
  kindsOf(prompt)
    .split('\n')
    .find((line) => line.includes(`name: "${field}"`));

describe('the fields of an app', () => {
  it('take temperatures below zero', () => {
    expect(lineOf('Track my sourdough starters: feedings, temperature, and rating', 'temperature')).toContain('min: -');
  });

  it('take no more than five of five stars', () => {
    expect(lineOf('Track my sourdough starters: feedings, temperature, and rating', 'rating')).toContain('max: 5');
  });

  it('take no weight below zero', () => {
    expect(lineOf('Track my goats: breed, weight and notes', 'weight')).not.toMatch(/min|max/);
  });

  it.each([
    ['Tasks with a due date', 'due', /daysAhead: \d/],
    ['Eine App für Aufgaben mit Erinnerungen', 'due', /daysAhead: \d/],
    ['Track my contracts: title, deadline, amount and status', 'deadline', /daysAhead: \d/],
    ['A log of my workouts', 'date', /^(?!.*daysAhead)/],
    ['Messenger app', 'unread', /^(?!.*summary)/],
    ['Vinyl record collection with rating and price', 'price', /^(?!.*"sum")/],
  ])('of %j: %s begins and adds up as it should', (prompt, field, expected) => {
    expect(lineOf(prompt, field)).toMatch(expected);
  });
});

describe('the order of records', () => {
  it.each([
    ['Eine App für Aufgaben mit Erinnerungen', 'nearest'],
    ['Eine App für Ausgaben', 'newest'],
  ])('of %j, which begins empty, is %s first', (prompt, order) => {
    expect(kindsOf(prompt)).toContain(`order: "${order}"`);
  });
});
