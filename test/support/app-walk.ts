import type { Browser, Locator, Page } from 'playwright-core';

import { type Message, messagesOf } from '../../src/blueprint/languages/messages.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import type { AppPlan, Archetype, EntityPlan, ScreenPlan } from '../../src/generation/plan.js';
import { stagesOf } from './generated-app.js';
import type { PreviewSite } from './preview-site.js';
import { nounsOf } from './prompt-nouns.js';
import { faultsOf } from './screen-check.js';

const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 30_000;

const LISTS: readonly Archetype[] = ['list', 'catalog', 'feed'];

/**
 * Opens the finished app of a prompt and uses it as a person would.
 * @returns what went wrong, in plain words; empty if nothing did
 */
export async function walkApp(
  site: PreviewSite,
  browser: Browser,
  id: string,
  prompt: string,
): Promise<readonly string[]> {
  const plan = planApp({ prompt });
  const files = stagesOf(plan).at(-1)?.files ?? new Map<string, string>();
  await site.write(
    id,
    [...files].map(([path, content]) => ({ path, content })),
  );
  const { web } = await site.host.open(id);
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const troubles = new Set<string>();
  page.on('pageerror', (error) => troubles.add(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && troubles.add(`console: ${message.text()}`));
  try {
    const walk = new AppWalk(page, plan, web, troubles);
    await walk.seeEveryScreen();
    walk.missNouns(nounsOf(prompt));
    for (const entity of plan.entities) await walk.keepRecord(entity);
  } catch (error) {
    troubles.add(`stuck at ${page.url()}: ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`);
  } finally {
    await context.close();
  }
  return [...troubles];
}

/** A page with the app. It is loaded once; every screen is then reached by pressing what is on the page. */
class AppWalk {
  /** All text that was shown, except what only repeats the prompt. */
  private read = '';
  private readonly says: Readonly<Record<Message, string>>;

  constructor(
    private readonly page: Page,
    private readonly plan: AppPlan,
    private readonly web: string,
    private readonly troubles: Set<string>,
  ) {
    this.says = messagesOf(plan.language ?? 'en');
  }

  async seeEveryScreen(): Promise<void> {
    await this.page.goto(this.web);
    await this.shown(this.plan.name);
    for (const screen of this.plan.screens) {
      if (this.beginsEmpty(screen)) continue;
      await this.reach(screen);
      await this.look(screen);
    }
    await this.leaveToTabs();
  }

  /** Checks that the app itself shows the nouns. The tagline and the notes repeat the prompt anyway. */
  missNouns(nouns: readonly string[]): void {
    for (const noun of nouns) {
      if (!this.read.includes(noun.toLowerCase())) this.troubles.add(`nothing says ${JSON.stringify(noun)}`);
    }
  }

  /** Adds a record, changes it, reloads the app and deletes the record; each step must be visible afterwards. */
  async keepRecord(entity: EntityPlan): Promise<void> {
    const { page } = this;
    const name = `Zebra ${entity.name}`;
    const title = titleOf(entity);
    await this.reach(this.listOf(entity));
    await this.add(entity).click();
    await this.button(this.says.save).click();
    await page.getByText(this.anyFormOf('needed')).filter({ visible: true }).first().waitFor();
    await this.fill(entity, title.name, name);
    await this.button(this.says.save).click();
    await this.find(entity, name);
    await this.recordButton(name).click();
    await this.button(this.about('edit', labelOf(entity))).click();
    await this.field(title.label).fill(`${name}, changed`);
    await this.button(this.says.save).click();
    await this.shown(`${name}, changed`);
    await page.reload();
    await this.shown(`${name}, changed`);

    const isConversation = this.plan.screens.some((one) => one.entity === entity.name && one.archetype === 'chat');
    if (isConversation) await this.reach(this.listOf(entity));
    await this.button(this.about('delete', isConversation ? `${name}, changed` : labelOf(entity))).click();
    await page.getByRole('button', { name: this.says.delete.replace('{noun}', '').trim(), exact: true }).click();
    await this.reach(this.listOf(entity));
    await page.reload();
    await this.add(entity).waitFor();
    if ((await page.getByText(`${name}, changed`).count()) > 0)
      this.troubles.add(`a deleted ${labelOf(entity)} is still there after a reload`);
  }

  /** Whether there is no record to open yet: `keepRecord` adds the first one. */
  private beginsEmpty(screen: ScreenPlan): boolean {
    const opensOne = screen.archetype === 'detail' || screen.archetype === 'chat';
    return opensOne && this.entityOf(screen).samples.length === 0;
  }

  /** Goes to the screen from any other one, by presses alone. */
  private async reach(screen: ScreenPlan): Promise<void> {
    await this.leaveToTabs();
    if (screen.isTab) return this.pressTab(screen);
    switch (screen.archetype) {
      case 'detail':
      case 'chat': {
        const entity = this.entityOf(screen);
        await this.reach(this.listOf(entity));
        return this.recordButton(String(entity.samples[0]?.[titleOf(entity).name])).click();
      }
      case 'form': {
        const entity = this.entityOf(screen);
        await this.reach(this.listOf(entity));
        return this.add(entity).click();
      }
      case 'checkout':
        await this.reach(this.listOf(this.entityOf(screen)));
        await this.button(this.anyFormOf('addNameToCart')).click();
        await this.reach(this.screenOf('cart'));
        return this.button(this.says.checkout).click();
      case 'login':
        await this.reach(this.screenOf('profile'));
        return this.button(this.says.signIn).click();
      case 'settings':
        await this.pressTab(this.root);
        return this.button(this.says.settings).click();
      default:
        await this.reach(this.screenOf('profile'));
        return this.page.getByRole('link', { name: screen.name, exact: true }).filter({ visible: true }).click();
    }
  }

  /** Goes back until the tabs are visible. */
  private async leaveToTabs(): Promise<void> {
    const tabs = this.page.getByRole('tablist').filter({ visible: true });
    const back = this.button(this.says.back).or(this.button(this.says.cancel));
    await tabs.or(back).first().waitFor();
    while (!(await tabs.isVisible())) {
      await back.first().click();
      await tabs.or(back).first().waitFor();
    }
  }

  private async pressTab(tab: ScreenPlan): Promise<void> {
    const path = pathOf(tab);
    await this.page.locator(`[role=tablist] a[href="${path}"]`).click();
    await this.page.waitForURL(`${this.web}${path}`);
  }

  private async look(screen: ScreenPlan): Promise<void> {
    await this.page.waitForURL((url) => isAt(screen, url.pathname));
    await this.page.getByRole('heading').filter({ visible: true }).first().waitFor();
    for (const fault of await faultsOf(this.page)) this.troubles.add(`${screen.name}: ${fault}`);
    if (screen.archetype === 'settings') return;
    const text = await this.page.locator('body').innerText();
    this.read += text.replaceAll(this.plan.tagline, '').toLowerCase();
    if (LISTS.includes(screen.archetype)) {
      const entity = this.entityOf(screen);
      const first = entity.samples[0]?.[titleOf(entity).name];
      if (first !== undefined) await this.shown(String(first));
    }
  }

  private async fill(entity: EntityPlan, titleName: string, name: string): Promise<void> {
    for (const field of entity.fields.filter(
      ({ isRequired, type }) => isRequired && (type === 'text' || type === 'money' || type === 'number'),
    )) {
      const value = field.name === titleName ? name : field.type === 'text' ? 'Somewhere' : '12.5';
      await this.field(field.label).fill(value);
    }
  }

  /** Uses the search if there is one: a long list does not render rows far below. */
  private async find(entity: EntityPlan, text: string): Promise<void> {
    await this.add(entity).waitFor();
    const search = this.page.getByRole('textbox', { name: this.anyFormOf('search') }).filter({ visible: true });
    if (await search.isVisible()) await search.fill(text);
    await this.shown(text);
  }

  private field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true }).filter({ visible: true });
  }

  /** Matches the message with this noun, inside a sentence or at its start. */
  private about(message: Message, noun: string): RegExp {
    return new RegExp(`^${escaped(this.says[message]).replace(escaped('{noun}'), () => escaped(noun))}$`, 'i');
  }

  /** Matches the message in any of its forms, with any values filled in. */
  private anyFormOf(message: Message): RegExp {
    const forms = this.says[message].split('|').map((form) => escaped(form).replaceAll(/\\\{\w+\\\}/g, '.+'));
    return new RegExp(`^(?:${forms.join('|')})$`);
  }

  private recordButton(name: string): Locator {
    return this.button(new RegExp(`^${escaped(name)}(?:, |$)`));
  }

  private add(entity: EntityPlan): Locator {
    return this.button(this.about('add', labelOf(entity)));
  }

  private button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  }

  private async shown(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  private get root(): ScreenPlan {
    const [root] = this.plan.screens;
    if (!root) throw new Error('the app has no screen');
    return root;
  }

  private screenOf(archetype: Archetype): ScreenPlan {
    const found = this.plan.screens.find((screen) => screen.archetype === archetype);
    if (!found) throw new Error(`the app has no ${archetype}`);
    return found;
  }

  private listOf(entity: EntityPlan): ScreenPlan {
    const found = this.plan.screens.find((one) => one.entity === entity.name && LISTS.includes(one.archetype));
    if (!found) throw new Error(`${entity.plural} have no list`);
    return found;
  }

  private entityOf(screen: ScreenPlan): EntityPlan {
    const found = this.plan.entities.find(({ name }) => name === screen.entity);
    if (!found) throw new Error(`${screen.name} is about nothing`);
    return found;
  }
}

function titleOf(entity: EntityPlan): EntityPlan['fields'][number] {
  const title = entity.fields.find(({ type }) => type === 'text') ?? entity.fields[0];
  if (!title) throw new Error(`${entity.plural} have no field`);
  return title;
}

function labelOf(entity: EntityPlan): string {
  return entity.label ?? entity.name;
}

function pathOf({ route }: ScreenPlan): string {
  return `/${route
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part) && part !== 'index')
    .join('/')}`;
}

function isAt(screen: ScreenPlan, path: string): boolean {
  return new RegExp(`^${escaped(pathOf(screen)).replace('\\[id\\]', '[^/]+')}$`).test(path);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
