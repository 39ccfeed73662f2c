import { describe, expect, it } from '@jest/globals';

import type { FieldPlan } from '../generation/plan.js';
import { planApp } from './plan-app.js';

/** `name: type` of every field of the record with this plural, the first one’s if there is none. */
const fieldsOf = (prompt: string, plural?: string): readonly string[] => {
  const { entities } = planApp({ prompt });
  const entity = entities.find((one) => one.plural === plural) ?? entities[0];
  return (entity?.fields ?? []).map(({ label, type, unit }: FieldPlan) =>
    [label, [type, unit].filter(Boolean).join(' ')].join(': '),
  );
};

describe('the details that a prompt lists for a thing', () => {
  it.each([
    [
      'Please implement an art platform. Users should be able to view detailed information about works, including the title, creator, and creation time.',
      ['Title: text', 'Creator: text', 'Creation time: date'],
    ],
    ['A wine diary with grape, vintage and price', ['Grape: text', 'Vintage: number', 'Price: money']],
    ['Track my stamps: country, year and description', ['Country: text', 'Year: number', 'Description: longtext']],
    ['Gym app: log weight, reps and how I felt', ['Weight: number kg', 'Reps: number', 'How I felt: text']],
    ['A list of paintings, filter by artist and year', ['Artist: text', 'Year: number']],
    [
      'An app for my coins. Each has a number of copies and a purchase date.',
      ['Number of copies: number', 'Purchase date: date'],
    ],
    [
      'Eine App für meine Schallplatten mit Titel, Künstler und Erscheinungsjahr',
      ['Titel: text', 'Künstler: text', 'Erscheinungsjahr: number'],
    ],
    ['Une application pour mes vins avec cépage, région et prix', ['Cépage: text', 'Région: text', 'Prix: money']],
    ['Una app para mis monedas con país, año y valor', ['País: text', 'Año: number', 'Valor: text']],
  ])('of %j become its fields', (prompt, fields) => {
    expect(fieldsOf(prompt)).toEqual(expect.arrayContaining(fields));
  });

  it('take the place of general fields, and are no records and not missing', () => {
    const prompt =
      'Please implement a mobile app for reading comics. Users should be able to view detailed comic information, including comic introductions, authors, and update status.';
    const { entities, notes } = planApp({ prompt });
    expect(fieldsOf(prompt)).toEqual(['Name: text', 'Introduction: longtext', 'Author: text', 'Update status: text']);
    expect(entities.map(({ plural }) => plural)).toEqual(['Comics']);
    expect(notes.join(' ')).not.toMatch(/not there: .*(?:author|status)/);
  });

  it('go to the thing named last before them', () => {
    const prompt =
      'A system for a wire factory. The system should have functionalities for production lines, displaying process, person in charge and power consumption, as well as machines, displaying slot and stop threshold.';
    expect(fieldsOf(prompt, 'Production lines')).toEqual(
      expect.arrayContaining(['Process: text', 'Person in charge: text', 'Power consumption: number']),
    );
    expect(fieldsOf(prompt, 'Machines')).toEqual(expect.arrayContaining(['Slot: text', 'Stop threshold: number']));
  });

  it('have the choices that stand in brackets behind them', () => {
    const fields = planApp({ prompt: 'Track my stamps: country, year and status (mint, used, damaged)' }).entities[0]
      ?.fields;
    expect(fields?.find(({ name }) => name === 'status')).toMatchObject({
      type: 'choice',
      choices: ['Mint', 'Used', 'Damaged'],
    });
    expect(fieldsOf('Track my stamps: country, year and status')).toContain('Status: text');
  });

  it('leave a record its own key', () => {
    const names = planApp({ prompt: 'Track my coins: ID, country and year' }).entities[0]?.fields.map(
      ({ name }) => name,
    );
    expect(names).toEqual(expect.arrayContaining(['country', 'year']));
    expect(names).not.toContain('id');
  });

  it('lead to the records that the app keeps of them', () => {
    const prompt = 'An app to manage paintings and artists. Paintings have a title, artist and year.';
    expect(fieldsOf(prompt, 'Paintings')).toContain('Artist: link');
  });
});

describe('a list that is none of details', () => {
  it.each([
    'Track workouts, meals and sleep',
    'An app with chat, map and profile',
    'A school app for students, teachers and courses',
    'A page with titles, paragraphs, images and links',
    'An app for credit. The app displays credit scores and reports.',
  ])('gives no fields: %j', (prompt) => {
    const labels = planApp({ prompt }).entities.flatMap(({ fields }) => fields.map(({ label }) => label.toLowerCase()));
    const said = labels.filter((label) =>
      /^(?:chat|map|sleep|teachers|paragraph|link|report|credit score)$/.test(label),
    );
    expect(said).toEqual([]);
  });
});

describe('what a prompt says one of several is', () => {
  const choicesOf = (prompt: string, plural: string): readonly string[] =>
    (planApp({ prompt }).entities.find((one) => one.plural === plural)?.fields ?? []).flatMap(({ label, choices }) =>
      choices ? [`${label}: ${choices.join(', ')}`] : [],
    );

  it.each([
    [
      'A key-value database app. It should have multiple data structures such as set, string, hash, sorted set, and list, and support key expiration time setting.',
      'Key-values',
      'Data structure: Set, String, Hash, Sorted set, List',
    ],
    [
      'A payment platform with orders. Users select a payment method (such as WeChat, Alipay, card) and pay.',
      'Orders',
      'Payment method: WeChat, Alipay, Card',
    ],
    [
      'A platform to manage devices and rooms. Users check the device status.',
      'Devices',
      'Status: Online, Warning, Offline',
    ],
    [
      'An app to record exhibitions and track the status of exhibitions.',
      'Exhibitions',
      'Status: New, In progress, Done',
    ],
  ])('is a choice in %j: of %s %s', (prompt, plural, choices) => {
    expect(choicesOf(prompt, plural)).toContain(choices);
  });

  it('is no record of its own, and nothing of another record', () => {
    const prompt =
      'An instant messaging app with group chats. Users send various types of messages, including text, images, and videos.';
    const { entities } = planApp({ prompt });
    expect(entities.map(({ plural }) => plural)).not.toContain('Images');
    expect(entities.flatMap(({ fields }) => fields.map(({ label }) => label))).not.toContain('Type');
  });

  it('leaves a record the fields that anybody expects of it', () => {
    const prompt = 'A platform to manage devices. Users check the device status.';
    expect(fieldsOf(prompt, 'Devices')).toEqual(expect.arrayContaining(['Where it is: text', 'Status: choice']));
  });
});
