import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { planApp } from './plan-app.js';
import { TEMPLATE_IDS, UnknownTemplate } from './themes.js';

const entitiesOf = (prompt: string): string[] => planApp({ prompt }).entities.map(({ plural }) => plural);

describe('the name of a planned app', () => {
  it.each([
    ['Create an app called "Pebble" for collectors', 'Pebble'],
    ['Create an app named Focus Flow for deep work', 'Focus Flow'],
    ['build habitly, a habit app called habitly', 'Habitly'],
    ['FitTrack: a fitness app', 'FitTrack'],
    ['Create a fitness tracking app', 'Fitness Tracker'],
    ['R&D tracker app', 'R&D Tracker'],
    ['a todo app; with dark mode', 'Todo'],
    ['Erstelle eine App für Rezepte', 'Rezepte'],
    ['家計簿アプリを作って', '家計簿'],
    ['an app to track my books and movies', 'Books and Movies'],
    ['create app', 'My App'],
    ['A to-do list that nags me', 'To-do List'],
    ['A simple and user-friendly crossword maker for Android', 'Crossword Maker'],
    ['Get Mastodon mentions directly on your wrist', 'Mastodon Mentions'],
    ['A red and gold app for a Chinese restaurant', 'Chinese Restaurant'],
    ['Courier app: parcels and routes', 'Courier'],
    ['Maps powered by mapnik', 'Maps'],
    ['Find kites & paper gliders', 'Kites and Paper Gliders'],
    ['Please make a video editor', 'Video Editor'],
    ['Please implement an editor that lets users edit subtitles', 'Subtitle Editor'],
    ['Please implement a data visualization app for Bavarian harvest data', 'Bavarian Harvest Data'],
    ['Please implement a mini-program to remove stains from scanned maps', 'Stain Remover'],
    ['Browse, search and stream Peertube clips', 'Peertube Clips'],
    ['Store, manage, share all your seedlings', 'Seedlings'],
    ['Unofficial version of the Pancakes app', 'Pancakes'],
    ['A clone of Flappy Goose with sprites', 'Flappy Goose'],
    ['Track your swords in Runescape 2 and much, much more', 'Swords in Runescape 2'],
    ['iOS 14 widget to show Saturn moon phases', 'Saturn Moon Phases'],
    ['Minimalistic and opinionated knitting chart', 'Opinionated Knitting Chart'],
    ['Please implement a Lapland travel guide WeChat mini-program', 'Lapland Travel Guide'],
    ['Please create a one-page app to showcase our hand-carved spoons', 'Hand-carved Spoons'],
    ['A mobile app based on Vue', 'My App'],
    ['tool to deploy my side quests', 'Side Quests'],
    ['weaving patterns and yarn stash', 'Weaving Patterns'],
    ['A mobile app based on React and Mongo, with data storage and retrieval', 'Data Storage and Retrieval'],
    ['canyoning log with grades and pictures of the gorges', 'Canyoning Log'],
    ['i want smth to remember which spanner i lent to whom', 'Spanner'],
    ['make an app where my pupils hand in their sketches', 'Sketches'],
    [
      'An optimized mobile app with the primary objective of improving search engine optimization',
      'Search-engine Optimization',
    ],
  ])('of %j is %j', (prompt, name) => {
    expect(planApp({ prompt }).name).toBe(name);
  });
});

describe('the entities of a planned app', () => {
  it.each([
    ['Create a fitness tracking app', ['Workouts', 'Goals']],
    ['R&D tracker app', ['Projects', 'Experiments']],
    ['FitTrack: a fitness app with workouts, meals and social features', ['Workouts', 'Meals']],
    ['an app to track my books and movies', ['Books', 'Movies']],
    ['An app to manage beehives, inspections and honey harvests', ['Beehives', 'Inspections', 'Honey harvests']],
    ['Include home, products, cart and profile in my online shop', ['Products', 'Orders']],
    ['Erstelle eine App für Rezepte mit Einkaufsliste', ['Rezepte', 'Einkaufsliste']],
    ['Track my sourdough starters: feedings, temperature, and rating', ['Sourdough starters']],
    [
      'D&D campaign manager with characters, quests and monsters',
      ['D&D campaigns', 'Characters', 'Quests', 'Monsters'],
    ],
    ['Book club app: books, members, meetings and ratings', ['Books', 'Members', 'Meetings']],
    ['Podcast player with subscriptions and episodes', ['Podcasts', 'Episodes']],
    ['Airbnb clone', ['Rooms', 'Bookings']],
    ['Uber for lawn mowing', ['Jobs', 'Pros']],
    ['Rezepte-App mit Einkaufsliste', ['Rezepte', 'Einkaufsliste']],
    ['تطبيق لإدارة المصاريف اليومية', ['Expenses', 'Budgets']],
    ['A private Falkon browser', ['Bookmarks']],
    ['An offline reader for Fandom', ['Articles']],
    ['A handy ticket reader', ['Tickets']],
    [
      'Users should be able to upload maps. The app should support maps for industries, such as mines, bakeries and harbours. It should handle 9,000 tickets',
      ['Maps'],
    ],
    ['A Modula-2 editor', ['Documents']],
    ['Full text search for Asterix and Obelix', ['Texts']],
    ['Manage your Heroku apps on the go', ['Apps']],
    ['an app for tea enthusiasts', ['Teas']],
    ['website about companies and their amounts of funding', ['Companies']],
    ['lost and found for our school', ['Lost items']],
    ['church app with sermons', ['Sermons']],
    ['an app for nurses to swap shifts', ['Shifts']],
    ['Tracks which paddles the crew broke', ['Paddles']],
    ['A survey maker with text boxes, select boxes and drop-down menus, for surveys', ['Surveys']],
    ['Show articles, images and several pieces of gossip', ['Articles']],
  ])('of %j are %j', (prompt, plurals) => {
    expect(entitiesOf(prompt)).toEqual(plurals);
  });

  it('get the fields that the prompt names', () => {
    const [records] = planApp({ prompt: 'A vinyl record collection app with rating and price' }).entities;
    expect(records?.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['rating', 'price']));
  });
});

describe('a thing that no domain knows', () => {
  it.each([
    ['An app for my mentors', 'phone'],
    ['Track building permits', 'amount'],
    ['An app to manage playgrounds and beaches', 'address'],
    ['Keep my goats', 'breed'],
    ['an app for my tea collection', 'rating'],
    ['my sneaker collection', 'size'],
    ['app for tracking my nosebleeds', 'severity'],
    ['catalog of butterflies', 'species'],
    ['my stamp collection', 'notes'],
    ['manage our beekeepers', 'phone'],
    ["our club's kayaks", 'length'],
    ['track packages I am waiting for', 'status'],
    ['a register of haunted lighthouses', 'address'],
  ])('of %j has the field of its kind: %s', (prompt, field) => {
    const fields = planApp({ prompt }).entities.flatMap((entity) => entity.fields.map(({ name }) => name));
    expect(fields).toContain(field);
  });
});

describe('what a request lists beside the things of its kind of app', () => {
  it.each([
    ['An app about Peru with travel guides and trips', 'Travel guides'],
    [
      'An app with hotels to book and attractions. Users should be able to book hotels and browse attractions.',
      'Attractions',
    ],
  ])('of %j has %s', (prompt, plural) => {
    expect(planApp({ prompt }).entities.map((entity) => entity.plural)).toContain(plural);
  });
});

describe('what is collected, listed or counted', () => {
  it.each([
    ['my sneaker collection', ['Sneakers']],
    ['stamp collection', ['Stamps']],
    ['spices in my kitchen', ['Spices']],
    ['a guitar pedals database', ['Guitar pedals']],
    ['cheese tasting notebook', ['Tastings']],
    ['students in my school', ['Students']],
    ['wine inventory', ['Wines']],
    ['home inventory', ['Items', 'Chores']],
    ['count calories', ['Meals']],
    ['tea timer', ['Sessions']],
    ['decide what to eat', ['Options']],
    ['white noise player', ['Tracks']],
    ['tic tac toe', ['Games', 'Rounds']],
    ['An ad-free client for watching YouTube on TV boxes', ['Videos']],
    ['to do list for work', ['To-dos', 'Notes']],
    ['shopping list', ['Groceries', 'Recipes']],
    ['quilt patterns and fabric stash', ['Quilt patterns', 'Fabrics']],
    ["my dog's vet visits and vaccines", ['Vet visits', 'Vaccines']],
    ['Keep an eye on your deployments', ['Deployments']],
    ['registro de gallinas y huevos', ['Gallinas', 'Huevos']],
    ['Ich brauche eine App für meine Schallplattensammlung', ['Schallplatten']],
    ['App für unseren Kleingartenverein mit Parzellen und Tabellen', ['Parzellen', 'Tabellen']],
  ])('of %j is %j', (prompt, plurals) => {
    expect(planApp({ prompt }).entities.map(({ plural }) => plural)).toEqual(plurals);
  });
});

describe('the screens that a prompt names', () => {
  const tabsOf = (prompt: string): string[] =>
    planApp({ prompt }).screens.flatMap(({ name, isTab }) => (isTab ? [name] : []));

  it.each([
    ['A tool for architects. Screens: home, projects, calendar, team chat and settings', 'Team chats'],
    ['A simple app with exactly three screens: breathe, history, settings', 'History'],
    ['Include home, explore and profile. An app for photographers', 'Explore'],
  ])('of %j have a tab: %s', (prompt, tab) => {
    expect(tabsOf(prompt)).toContain(tab);
  });
});

describe('what a prompt asks for besides records', () => {
  it('starts the app dark for "dark mode"', () => {
    expect(planApp({ prompt: 'a todo app; with dark mode' }).appearance).toBe('dark');
    expect(planApp({ prompt: 'a todo app' }).appearance).toBeUndefined();
  });

  it('is said plainly where it is only mocked', () => {
    const { notes } = planApp({ prompt: 'A shop with login, payments and push notifications' });
    expect(notes).toEqual([
      expect.stringMatching(/^Understood without a model: Products/),
      expect.stringMatching(/no real login/i),
      expect.stringMatching(/no money moves/i),
      expect.stringMatching(/not sent/i),
      expect.stringMatching(/^Everything stays on this device/),
    ]);
  });

  it('is said plainly where the app lacks it', () => {
    const { notes } = planApp({
      prompt: 'A notes app. Users should be able to write notes, scan receipts and hire plumbers.',
    });
    expect(notes.join('\n')).toMatch(/^Asked for, and not there: .*hire plumbers/m);
    expect(notes.join('\n')).not.toMatch(/not there: .*write notes/);
  });

  it.each([
    ['A notes app. Users should be able to create, rename, archive, and restore folders.', 'restore folders'],
    ['A hotel app. Users should be able to book rooms and make massage reservations.', 'massage reservations'],
    ['A loan app. Users should be able to apply for payment holidays.', 'apply for payment holidays'],
    [
      'A survey app. The system should evaluate candidates, which can handle up to 6,000 answers.',
      'evaluate candidates',
    ],
    ['An offline reader for Wikipedia', 'An offline reader for Wikipedia'],
    ['Chore wheel for the kids with points and rewards', 'points; rewards'],
    ['BMI and calorie calculator', 'calorie calculator'],
    ['An app which identifies plants from a photo', 'identify plants from a photo'],
    ['Exam app: see my mistakes and get an analysis of weak topics', 'analysis of weak topics'],
    ['A reading list where I can rate books and follow friends', 'follow friends'],
    ['A car log that warns me before the next oil change', 'warn me before the next oil change'],
    [
      'A notes app. Users can perform operations such as gifting and card replacement.',
      'not there: gifting and card replacement',
    ],
    ['A hotel app. It should send digital room keys to guests.', 'send digital room keys to guests'],
    ['control my Philips Hue lights', 'control my Philips Hue lights'],
    ['app to check if my train is late', 'not there: check if my train is late'],
    ['Find a seat at the movies', 'Find a seat at the movies'],
    ['Turn photos into cartoons', 'Turn photos into cartoons'],
    ['Inform people when they may have been exposed to COVID-19', 'not there: Inform people.'],
    [
      'Install your favorite fonts on your device to be able to use them in apps like Pages',
      'not there: Install your favorite fonts on your device.',
    ],
  ])('is said in whole words: %s', (prompt, missing) => {
    const said = planApp({ prompt }).notes.find((note) => note.startsWith('Asked for')) ?? '';
    expect(said).toContain(missing);
    expect(said).not.toMatch(/(?:: |; )(?:rename|which|6)(?:;|\.| can)/);
  });

  it.each([
    'A notes app. It should have a modern and clean theme, prominent titles, concise content and fast loading.',
    'A notes app. It should have a responsive design that adapts to different devices. Users can interact with the content.',
    'A notes app. Users should be able to delete unnecessary notes, search for specific notes and enter other relevant information.',
    'A photo album. Users should be able to upload, delete and edit pictures.',
    'Managing money and budget',
    'Kitchen converter for cups and grams',
    'recipe converter',
    "A clinic app with about us and contact. Users should be able to learn about the clinic's information.",
    'Helps you take care of your pet’s routines & schedules',
    'Put all your links in one place',
    'A museum app. Users should be able to showcase images, save changes and set filtering conditions.',
    'A blog. Users should be able to quickly find the content they need through the search function.',
  ])('is not said of wishes for quality, nor of what any app does with its records: %s', (prompt) => {
    expect(planApp({ prompt }).notes.join('\n')).not.toContain('Asked for');
  });

  it.each([
    ['a scanned mail', 'A spam filter that scans emails', /camera is not connected/],
    ['a sign-in', 'Volunteers sign up for a shift at the food bank', /no real login/],
    ['a camera', 'Inventory of camera equipment of our school', /camera is not connected/],
    ['real time', 'A mobile app to manage a back-office database of parts', /real time/],
  ])('is not said of %s that nobody asked for', (_, prompt, note) => {
    expect(planApp({ prompt }).notes.join('\n')).not.toMatch(note);
  });

  it.each([
    ['what is looked up elsewhere', 'Check air pollution on a map', /Nothing is fetched/],
    ['what others publish', 'Browse state legislatures', /Nothing is fetched/],
    ['another service', 'Browse & maintain GitHub repositories', /No other service .*github/],
    ['a service by its address', 'Client app for bitrise.io', /No other service .*bitrise\.io/],
    ['a service by its API', 'A fan app that uses the CityBikes API', /No other service .*CityBikes/],
    ['a device', 'control my Philips Hue lights', /other devices are not connected/],
    ['a service that an app takes after', 'Tinder for book lovers', /takes after .*Tinder/],
    ['kinds of charts', 'An expense tracker with a pie chart', /other charts are not drawn/],
  ])('is said of %s', (_, prompt, note) => {
    expect(planApp({ prompt }).notes.join('\n')).toMatch(note);
  });

  it('is said of a screen that only pretends, whatever asked for it', () => {
    const plan = planApp({ prompt: 'A shop for hiking boots' });
    expect(plan.screens.some(({ archetype }) => archetype === 'checkout')).toBe(true);
    expect(plan.notes.join('\n')).toMatch(/No money moves/);
  });

  it('is said plainly where no kind of app was recognised', () => {
    expect(planApp({ prompt: 'asdf qwer zxcv' }).notes[0]).toMatch(/No known kind of app/);
    expect(planApp({ prompt: 'An app for our musical instruments' }).notes[0]).toMatch(/^Understood/);
  });

  it('takes the colours the prompt names, unless a template is given', () => {
    expect(planApp({ prompt: 'habit tracker with a purple theme' }).theme.templateId).toBe('royal_purple');
    expect(planApp({ prompt: 'habit tracker with a purple theme', templateId: 'FOREST-green' }).theme.templateId).toBe(
      'forest_green',
    );
    expect(planApp({ prompt: 'orange juice notes' }).theme.templateId).toBe('modern-blue');
  });
});

describe('a template that does not exist', () => {
  it('is refused with the valid ones', () => {
    expect(() => planApp({ prompt: 'recipes', templateId: 'glitter' })).toThrow(UnknownTemplate);
    expect(() => planApp({ prompt: 'recipes', templateId: 'glitter' })).toThrow(new RegExp(TEMPLATE_IDS.join('.*')));
  });
});

describe('any text at all', () => {
  const anyPrompt = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'app',
          'track',
          'my',
          'for',
          'with',
          'and',
          ',',
          '"',
          'called',
          'R&D',
          'recipes',
          'é',
          '家',
          '🍕',
          '</script>',
          '${}',
          '(schools',
          '[lists',
          'users)',
          'C++',
          'should be able to',
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(' ')),
  );

  it.each(["${sha('export const a = 1;')}", "get('demo', '/'); // requests that begin at once arrive in any order"])(
    'is read as text: %j',
    (prompt) => {
      expect(planApp({ prompt }).entities.length).toBeGreaterThanOrEqual(1);
    },
  );

  it('gives a plan that holds together', () => {
    fc.assert(
      fc.property(anyPrompt, (prompt) => {
        const plan = planApp({ prompt });
        expect(plan.name.length).toBeGreaterThanOrEqual(1);
        expect(plan.name.length).toBeLessThanOrEqual(40);
        expect(plan.tagline).not.toBe('');
        expect(plan.entities.length).toBeGreaterThanOrEqual(1);
        expect(plan.entities.length).toBeLessThanOrEqual(4);
        for (const values of [
          plan.screens.map(({ name }) => name),
          plan.screens.map(({ route }) => route),
          plan.entities.map(({ name }) => name),
        ]) {
          expect(new Set(values).size).toBe(values.length);
        }
        for (const entity of plan.entities) {
          expect(entity.name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
          expect(entity.samples.length === 0 || entity.samples.length >= 5).toBe(true);
          for (const field of entity.fields)
            expect(entity.samples.every((sample) => sample[field.name] !== undefined)).toBe(true);
        }
        expect(JSON.stringify(planApp({ prompt }))).toBe(JSON.stringify(plan));
      }),
      { numRuns: 300 },
    );
  });
});
