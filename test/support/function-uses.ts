import type { Locator, Page } from 'playwright-core';

import type { AppPlan, FieldValue } from '../../src/generation/plan.js';

/** Does what a screen is for, with presses and keys; rejects if that is not possible. */
type Use = (hands: Hands, plan: AppPlan) => Promise<void>;

/** Finds elements on the current screen. */
export class Hands {
  constructor(readonly page: Page) {}

  button(name: string | RegExp): Locator {
    return this.one('button', name);
  }

  field(name: string | RegExp): Locator {
    return this.one('textbox', name);
  }

  one(role: 'button' | 'textbox' | 'radio' | 'checkbox' | 'switch' | 'img' | 'link', name: string | RegExp): Locator {
    return this.page.getByRole(role, { name, exact: true }).filter({ visible: true }).first();
  }

  all(role: 'button' | 'radio' | 'checkbox' | 'switch' | 'img', name?: string | RegExp): Locator {
    return this.page.getByRole(role, name === undefined ? {} : { name }).filter({ visible: true });
  }

  /** Visible text. */
  text(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first();
  }

  press(name: string | RegExp): Promise<void> {
    return this.button(name).click();
  }

  shows(text: string | RegExp): Promise<void> {
    return this.text(text).waitFor();
  }

  gone(locator: Locator): Promise<void> {
    return locator.waitFor({ state: 'detached' });
  }

  /** Moves from the selected radio button to the next one with an arrow key. */
  async arrowTo(name: string | RegExp): Promise<void> {
    const radio = this.one('radio', name);
    await radio.page().keyboard.press('ArrowRight');
    await radio.and(this.page.locator('[aria-checked=true]')).waitFor();
  }
}

const recordOf = (plan: AppPlan, entity: string, title: string): Readonly<Record<string, FieldValue>> => {
  const found = plan.entities.find(({ name }) => name === entity)?.samples.find((one) => one['title'] === title);
  if (!found) throw new Error(`There is no ${entity} called ${title}`);
  return found;
};

/** A picture of one pixel. */
const SPOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Plays a game to its end with correct answers. */
const playRounds = async (hands: Hands, answerTo: (asked: string) => FieldValue | undefined): Promise<void> => {
  const { page } = hands;
  await hands.press('Start');
  const progress = hands.text(/^\d+ of \d+ · /);
  const count = Number(/of (\d+)/.exec((await progress.textContent()) ?? '')?.[1]);
  for (let round = 1; round <= count; round += 1) {
    await hands.shows(new RegExp(`^${round} of ${count} · ${(round - 1) * 10} points?$`));
    const asked = await page.getByRole('heading', { level: 2 }).filter({ visible: true }).first().textContent();
    await hands.press(String(answerTo(asked ?? '')));
    await hands.shows('Right!');
    await hands.press('Next');
  }
  await hands.shows(`${count * 10} points`);
  await hands.shows(`${count} of ${count}`);
};

/** By the key of the screen in the app with all functions. */
export const USES: Readonly<Record<string, Use>> = {
  'calculator tip': async (hands) => {
    await hands.field('Bill').fill('100');
    await hands.press('20%');
    await hands.press('People: more');
    await hands.press('People: more');
    await hands.shows('$30.00');
    await hands.field('Bill').fill('a lot');
    await hands.shows(/^This is not a number/);
    await hands.field('Bill').fill('1.250,50');
    await hands.shows('$1,500.60');
  },
  'calculator age': async (hands) => {
    await hands.field('Birthday').fill('1 1 2000');
    const years = new Date().getFullYear() - 2000;
    await hands.shows(String(years));
    await hands.field('Birthday').fill('1 1 2999');
    await hands.shows('This day is still to come.');
    await hands.field('Birthday').fill('1 1 2000');
  },
  'calculator everyday': async (hands) => {
    for (const key of ['7', '+', '2', '×', '8', '=']) await hands.press(key);
    await hands.shows('7+2×8');
    await hands.shows('= 23');
    await hands.press('Delete the last');
    await hands.shows('2');
  },
  converter: async (hands) => {
    await hands.field('Amount').fill('2');
    await hands.shows('241.32 g');
    await hands.press('Favourite: cup to g');
    await hands.press('cup → g');
    await hands.press('Swap');
    await hands.field('Amount').fill('241,32');
    await hands.shows('2 cup');
    await hands.one('radio', 'Cooking').focus();
    await hands.arrowTo('Currency');
    await hands.field('1 EUR').fill('1.25');
    await hands.field('Amount').fill('100');
    await hands.shows('80 EUR');
  },
  split: async (hands) => {
    const debt = / owes (?!whom)/;
    await hands.shows(debt);
    const settle = hands.button('Settle');
    while ((await settle.count()) > 0) {
      const owed = await hands.text(debt).textContent();
      await settle.click();
      await hands.gone(hands.page.getByText(owed ?? '', { exact: true }).filter({ visible: true }));
    }
    await hands.shows('Everybody is even.');
  },
  poll: async (hands) => {
    const before = Number.parseInt((await hands.text(/^\d+ votes?$/).textContent()) ?? '', 10);
    await hands.all('radio').nth(1).click();
    await hands.shows(new RegExp(`^${before + 1} votes?$`));
    await hands.shows(/^\d+ %$/);
    await hands.all('radio').nth(0).press('Enter');
    await hands.all('radio').nth(0).and(hands.page.locator('[aria-checked=true]')).waitFor();
    await hands.shows(new RegExp(`^${before + 1} votes?$`));
  },
  quiz: (hands, plan) => playRounds(hands, (asked) => recordOf(plan, 'Question', asked)['answer']),
  sorting: (hands, plan) =>
    playRounds(hands, (asked) => recordOf(plan, 'WasteItem', asked.replace(/^.*: |\?$/g, ''))['bin']),
  leaderboard: async (hands) => {
    const figures = await hands.page.getByText(/^\d+$/).filter({ visible: true }).allTextContents();
    const points = figures.map(Number).filter((figure) => figure > 9);
    if (points.length < 5 || points.some((figure, index) => figure > (points[index - 1] ?? figure)))
      throw new Error(`Not ranked: ${points.join(', ')}`);
    await hands.shows('You');
  },
  flashcards: async (hands, plan) => {
    const due = Number.parseInt((await hands.text(/^\d+ cards? due$/).textContent()) ?? '', 10);
    const front = (await hands.button(/, Press to turn$/).getAttribute('aria-label'))?.replace(/, Press.*$/, '') ?? '';
    await hands.press('Show the answer');
    await hands.shows(String(recordOf(plan, 'Flashcard', front)['back']));
    await hands.press('Good');
    await hands.shows(`${due - 1} cards due`);
    await hands.press('Show the answer');
    await hands.press('Again');
    await hands.shows(`${due - 1} cards due`);
  },
  board: async (hands) => {
    await hands.press('Move Write to the printer to Doing');
    await hands.button('Move Write to the printer to To do').waitFor();
    // Dragging with a mouse needs a window that shows all columns, so that nothing scrolls during the drag.
    const phone = hands.page.viewportSize() ?? { width: 390, height: 844 };
    await hands.page.setViewportSize({ ...phone, width: 1280 });
    await hands.page
      .locator('[draggable=true]', { hasText: 'Write to the printer' })
      .dragTo(hands.page.locator('[draggable=true]', { hasText: 'Book the room' }));
    await hands.gone(hands.page.getByRole('button', { name: 'Move Write to the printer to Done' }));
    await hands.button('Move Write to the printer to Doing').waitFor();
    await hands.page.setViewportSize(phone);
  },
  wheel: async (hands) => {
    await hands.field('Add option').fill('Dumplings');
    await hands.field('Add option').press('Enter');
    await hands.shows('Dumplings');
    await hands.press('Spin');
    await hands.shows('Drawn');
  },
  dice: async (hands) => {
    await hands.press('Dice: more');
    await hands.press('Roll');
    await hands.all('img').nth(2).waitFor();
    const pips = (await hands.all('img').allTextContents()).map(Number);
    await hands.page
      .getByText(String(pips.reduce((sum, one) => sum + one, 0)), { exact: true })
      .last()
      .waitFor();
  },
  bingo: async (hands) => {
    for (const at of [0, 1, 2, 3]) await hands.all('checkbox').nth(at).click();
    await hands.shows('Bingo!');
    await hands.shows('1 row');
  },
  memory: async (hands) => {
    const cards = hands.all('button', /^Card \d+/);
    const pictures = new Map<number, string>();
    const count = await cards.count();
    for (let at = 0; at < count; at += 1) {
      await cards.nth(at).click();
      const name = (await hands.button(new RegExp(`^Card ${at + 1}: `)).getAttribute('aria-label')) ?? '';
      pictures.set(at, name.replace(/^.*: /, ''));
    }
    for (const [at, picture] of pictures) {
      const other = [...pictures].find(([place, found]) => place > at && found === picture)?.[0];
      if (other === undefined) continue;
      await cards.nth(at).click();
      await cards.nth(other).click();
    }
    await hands.shows('All found');
  },
  dashboard: async (hands) => {
    await hands.one('radio', 'Expenses').focus();
    await hands.shows(/^Expenses by /);
    await hands.page.getByRole('radiogroup', { name: 'Figure shown' }).getByRole('radio').nth(1).click();
    await hands.shows(/^Amount by /);
    await hands.page.getByRole('radiogroup', { name: 'Grouped by' }).getByRole('radio', { name: 'Date' }).click();
    await hands.shows('Amount by Date');
    await hands.shows(/^\w+ 20\d\d$/);
  },
  drawing: async (hands) => {
    const sheet = hands.one('img', /^Drawing, strokes: /);
    const box = await sheet.boundingBox();
    if (!box) throw new Error('There is no sheet');
    const draw = async (from: number): Promise<void> => {
      await hands.page.mouse.move(box.x + from, box.y + 40);
      await hands.page.mouse.down();
      await hands.page.mouse.move(box.x + from + 90, box.y + 120, { steps: 4 });
      await hands.page.mouse.up();
    };
    await draw(30);
    await hands.one('img', 'Drawing, strokes: 1').waitFor();
    await draw(120);
    await hands.one('img', 'Drawing, strokes: 2').waitFor();
    await hands.press('Undo');
    await hands.one('img', 'Drawing, strokes: 1').waitFor();
  },
  files: async (hands) => {
    const choosing = hands.page.waitForEvent('filechooser');
    await hands.press('Choose files');
    await (
      await choosing
    ).setFiles([
      { name: 'spot.png', mimeType: 'image/png', buffer: Buffer.from(SPOT, 'base64') },
      { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('Grüße vom Hafen') },
    ]);
    await hands.press('words.txt');
    await hands.shows('Grüße vom Hafen');
    const saving = hands.page.waitForEvent('download');
    await hands.press('Download');
    if ((await saving).suggestedFilename() !== 'words.txt') throw new Error('It is saved under another name.');
    await hands.press('spot.png');
    await hands.one('img', 'spot.png').waitFor();
    await hands.press('Larger');
    await hands.press('Turn');
    await hands.button(/^Delete /).press('Enter');
    await hands.gone(hands.page.getByRole('button', { name: 'spot.png' }));
  },
  'game catch': async (hands) => {
    await hands.press('Start');
    await hands.press(/^Field \d: here!$/);
    await hands.shows(/^[1-9] points?$/);
    await hands.button(/^Field \d: here!$/).waitFor();
    for (const digit of '123456789'.repeat(2)) await hands.page.keyboard.press(digit);
    await hands.shows(/^[2-9] points$/);
    await hands.shows('Game over');
    await hands.shows('You');
  },
  'game dodge': async (hands) => {
    await hands.press('Start');
    await hands.press('Right');
    await hands.one('img', 'Field 3').waitFor();
    await hands.page.keyboard.press('ArrowLeft');
    await hands.one('img', 'Field 2').waitFor();
    await hands.shows(/^[1-9]\d* points?$/);
    await hands.press('Pause');
  },
  counter: async (hands) => {
    await hands.press('Visitors: more');
    await hands.press('Visitors: 13, count up');
    await hands.button('Visitors: 14, count up').waitFor();
    await hands.press('Visitors: less');
    await hands.button('Visitors: 13, count up').waitFor();
  },
  streak: async (hands) => {
    await hands.one('checkbox', 'Read ten pages, Today').click();
    await hands.shows('🔥 1 day');
    await hands.one('checkbox', 'Read ten pages, Yesterday').press('Enter');
    await hands.shows('🔥 2 days');
    await hands.shows('Longest: 2 days');
  },
  player: async (hands) => {
    const first = await hands.page.getByRole('heading', { level: 2 }).filter({ visible: true }).first().textContent();
    await hands.press('Play');
    await hands.shows(/^0:0[1-9]$/);
    await hands.press('Pause');
    await hands.press('15 seconds on');
    await hands.shows(/^0:1\d$/);
    await hands.press('Next track');
    await hands.gone(hands.page.getByRole('heading', { level: 2, name: first ?? '' }).filter({ visible: true }));
    await hands.one('radio', '1.5×').click();
  },
  checklist: async (hands) => {
    await hands.field('Add item').fill('Map of the island');
    await hands.field('Add item').press('Enter');
    await hands.press('Map of the island: done');
    await hands.shows('3 of 7');
  },
  booking: async (hands) => {
    await hands.field('Your name').fill('Zoë');
    await hands.press('11:00');
    await hands.press(/^Book: Tomorrow, 11:00$/);
    await hands.gone(hands.page.getByRole('button', { name: '11:00', exact: true }).filter({ visible: true }));
    await hands.press('Cancel: Zoë');
    await hands.button('11:00').waitFor();
  },
  stock: async (hands) => {
    await hands.press('Padlock');
    await hands.field('Amount').fill('50');
    await hands.press('Out');
    await hands.shows('There are only 9.');
    await hands.field('Amount').fill('8');
    await hands.press('Out');
    await hands.shows(/^Padlock · Today$/);
    await hands.shows('-8');
  },
  requests: async (hands) => {
    await hands.one('radio', 'Employee').focus();
    await hands.arrowTo('Manager');
    const before = await hands.all('button', /^Approved$/).count();
    await hands.press('Approved');
    await hands
      .all('button', /^Approved$/)
      .nth(before - 1)
      .waitFor({ state: 'detached' });
    await hands.press('Done');
  },
  auction: async (hands) => {
    const bid = hands.field(/^Your bid: Walnut/);
    await bid.fill('200');
    await bid.press('Enter');
    await hands.shows('Bid more than $210.00.');
    await bid.fill('1,215.50');
    await bid.press('Enter');
    await hands.shows('$1,215.50');
  },
  schedule: async (hands) => {
    await hands.press('Done: Monstera');
    await hands.gone(hands.page.getByRole('button', { name: 'Done: Monstera' }));
    await hands.button(/^Monstera, every 7 days, /).waitFor();
  },
  'editor markdown': async (hands) => {
    await hands.press(/^Add /);
    await hands.press(/^Add /);
    // Two that nobody has named yet are two; the new one, which is first, is chosen.
    await hands.one('radio', 'Untitled 2').waitFor();
    await hands.one('radio', 'Untitled').and(hands.page.locator('[aria-checked=true]')).waitFor();
    await hands.field('Text').fill('# Zebra\n\nOne **bold** word');
    await hands.shows(/^Zebra$/);
    await hands.press('B');
    await hands.shows('5 words');
  },
  'editor html': async (hands) => {
    await hands.field('Text').fill('<h1>Zebra</h1>');
    await hands.page.frameLocator('iframe[title=Preview]').getByRole('heading', { name: 'Zebra' }).waitFor();
  },
  comparison: async (hands) => {
    await hands.one('checkbox', 'Model C').click();
    await hands.shows('★ $299.00');
  },
  attendance: async (hands) => {
    await hands.shows(/^0 of \d+$/);
    await hands.all('switch').nth(1).click();
    await hands.shows(/^1 of \d+$/);
  },
  report: async (hands) => {
    await hands.field(/^Search /).fill('nordic');
    await hands.shows(/1 entry/);
    await hands.one('checkbox', 'Trend').click();
    await hands.one('radio', 'Summary').click();
    await hands.press('Copy');
    await hands.shows('Copied');
  },
  page: (hands) => hands.shows('Our mission'),
  contact: async (hands) => {
    await hands.press('Send');
    await hands.shows(/ is needed\.$/);
    await hands.field('Name').fill('Zoë');
    await hands.field('Email').fill('zoe@example.org');
    await hands.field('Message').fill('When are you open?');
    await hands.press('Send');
    await hands.shows('Thank you');
    await hands.press('Write another');
  },
  interval: async (hands) => {
    await hands.press('Start');
    await hands.shows(/^24:[0-5]\d$/);
    await hands.press('Skip');
    await hands.shows('Rest');
    await hands.press('Pause');
    await hands.press('Rest: more');
    await hands.shows('6 min');
  },
  stopwatch: async (hands) => {
    await hands.press('Start');
    await hands.shows(/^0:0[1-9]$/);
    await hands.press('Lap');
    await hands.shows('Lap 1');
    await hands.press('Stop');
  },
  countdown: async (hands) => {
    await hands.one('radio', '1 min').click();
    await hands.press('Start');
    await hands.shows(/^0:[0-5]\d$/);
    await hands.press('Pause');
  },
  chess: async (hands) => {
    await hands.press('Start');
    await hands.press(/White/);
    await hands.shows('1 move');
    await hands.press('Pause');
  },
  log: async (hands) => {
    await hands.press('Start');
    await hands.press('Stop and keep');
    await hands.shows('1 min');
  },
};
