import { describe, expect, it } from '@jest/globals';

import { planApp } from './plan-app.js';

const entitiesOf = (prompt: string): ReturnType<typeof planApp>['entities'] => planApp({ prompt }).entities;

const pluralsOf = (prompt: string): string[] => entitiesOf(prompt).map(({ plural }) => plural);

describe('records that obviously belong together', () => {
  it.each([
    ['A web photo album: upload photos and create albums', 'Photos', 'Albums'],
    ['Exam training with courses, exams and exam questions', 'Questions', 'Exams'],
    ['A site for cooks with recipes and comments', 'Comments', 'Recipes'],
    ['Errands: browse services, place orders, order management', 'Orders', 'Services'],
    ['A planner for teachers with subjects and materials', 'Materials', 'Subjects'],
    ['A maintenance app for servers and failures', 'Failures', 'Servers'],
  ])('are linked in %j: %s to %s', (prompt, from, to) => {
    const entities = entitiesOf(prompt);
    const owner = entities.find(({ plural }) => plural === to)?.name;
    const links = entities.find(({ plural }) => plural === from)?.fields.filter((field) => field.to === owner);
    expect(owner).toBeDefined();
    expect(links).toHaveLength(1);
  });

  it('have one link to their owner, not one to each that could be it', () => {
    const replies = entitiesOf('A forum with posts, replies and topics').find(({ plural }) => plural === 'Replies');
    expect(replies?.fields.map(({ to }) => to).filter(Boolean)).toEqual(['Post']);
  });
});

describe('two lists for one thing', () => {
  it.each([
    [
      'An instant messaging app: users send and receive messages, create group chats and view chat history',
      'Chats',
      'Messages',
    ],
    ['A warehouse system: stock in, stock out, inventory management and inventory lists', 'Items', 'Inventory'],
    ['An education app: take online exams, view results, and manage grades', 'Results', 'Grades'],
  ])('are one list in %j: %s without %s', (prompt, kept, other) => {
    expect(pluralsOf(prompt)).toContain(kept);
    expect(pluralsOf(prompt)).not.toContain(other);
  });
});

describe('what people write to each other', () => {
  it.each([
    'A Telegram client that sends and receives messages',
    'An app for real-time messaging between users',
    'Secure text messaging',
  ])('is a chat: %j', (prompt) => {
    expect(planApp({ prompt }).screens.map(({ archetype }) => archetype)).toContain('chat');
  });

  it('is no chat on a message board, and mail stays mail', () => {
    expect(pluralsOf('A message board where visitors leave messages')).not.toContain('Chats');
    expect(pluralsOf('An inbox for my emails: messages and contacts')).toContain('Messages');
  });
});

describe('friends that something is shared with', () => {
  it.each([
    'Browse images, save them to your device, share them with friends',
    'Build your private location diary or share it with your family & friends',
  ])('are no records: %j', (prompt) => {
    expect(pluralsOf(prompt)).not.toContain('Friends');
  });
});
