import { describe, expect, it } from '@jest/globals';

import { planApp } from '../plan-app.js';

const functionsOf = (prompt: string): string[] =>
  planApp({ prompt }).screens.flatMap(({ function: does }) => (does ? [does.kind] : []));

describe('a screen that does something', () => {
  it.each([
    ['Please implement a mobile app with autoplay functionality for audio and video.', 'player'],
    ['A page that embeds a multimedia player, with play, pause and stop', 'player'],
    ['Browse, search and stream short videos', 'player'],
    ['OCaml editor with a growing learn section', 'editor'],
    ['A word processing app that can change font and spacing', 'editor'],
    ['Create and edit sprites and pixel art', 'drawing'],
    ['Store, manage, share all your files, photos and documents securely', 'files'],
    ['List users ranked by GitHub repository star count', 'leaderboard'],
    ['A job platform for workers with check-in, check-out, and leave applications', 'attendance'],
    ['A form tool: fill out the checklist, then view the analytical report', 'report'],
  ])('is chosen for %j: %s', (prompt, kind) => {
    expect(functionsOf(prompt)).toContain(kind);
  });

  it.each([
    ['A hotel app with check-in and check-out dates', 'attendance'],
    ['A page optimized to improve its ranking on search engines', 'leaderboard'],
    ['A large collection of pixel art sprites', 'drawing'],
  ])('is not chosen for %j: %s', (prompt, kind) => {
    expect(functionsOf(prompt)).not.toContain(kind);
  });
});

describe('the records behind a screen', () => {
  const recordsOf = (prompt: string): readonly { plural: string; fields: string; samples: number }[] =>
    planApp({ prompt }).entities.map(({ plural, fields, samples }) => ({
      plural,
      fields: fields.map(({ label }) => label).join(', '),
      samples: samples.length,
    }));

  it.each([
    ['A safe client for KeePass passwords', 'Passwords: For, User name, Address, Folder, Changed, Notes'],
    ['Keep track of your GPA', 'Courses: Course, Grade, Credits, Term, Notes'],
    ['Real-time arrivals for public transit', 'Arrivals: Route, Stop, To, Departs, Days, Favourite'],
    ['A simple QR code scanner', 'Scans: Content, Kind, Date, Favourite, Notes'],
    ['A private web browser', 'Bookmarks: Title, Address, Folder, Favourite'],
    ['A personal resume app', 'Entries: Title, Section, Place, From, To, Details'],
    ['An app that generates bar charts and pie charts', 'Charts: Title, Type, Labels, Values, Colour, Notes'],
    ['A carbon emissions calculation app', 'Emissions: Source, Category, Amount, Unit, Factor, CO₂, Date, Notes'],
  ])('are known where its noun says nothing: %j keeps %s', (prompt, record) => {
    expect(recordsOf(prompt).map(({ plural, fields }) => `${plural}: ${fields}`)).toContain(record);
  });

  it('are no bookmarks for a browser of other things', () => {
    expect(recordsOf('A powerful file browser').map(({ plural }) => plural)).not.toContain('Bookmarks');
  });

  it('are what the prompt speaks of: an exam has results of students and no questions about planets', () => {
    const records = recordsOf('A mini-program for vocational training with online exams and exam questions');
    expect(records).toContainEqual({ plural: 'Questions', fields: 'Question, Answer, Wrong answers', samples: 0 });
    expect(records).toContainEqual({ plural: 'Results', fields: 'Student, Points, Date', samples: 5 });
  });

  it('begin empty where those of another subject would not fit: an audit packs nothing', () => {
    expect(recordsOf('A checklist app for fire safety audits')[0]).toMatchObject({ plural: 'Items', samples: 0 });
    expect(recordsOf('A packing checklist for my trips')[0]).toMatchObject({ plural: 'Items', samples: 6 });
  });

  it('tell photos from videos where a library has both', () => {
    const prompt = 'A multimedia library for uploading photos and videos of the family';
    expect(planApp({ prompt }).entities[0]?.fields).toContainEqual(
      expect.objectContaining({ label: 'Kind', choices: ['Photo', 'Video', 'Audio'] }),
    );
  });
});
