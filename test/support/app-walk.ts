import type { Browser, Page } from 'playwright-core';

import { planApp } from '../../src/blueprint/plan-app.js';
import type { AppPlan, EntityPlan, ScreenPlan } from '../../src/generation/plan.js';
import { stagesOf } from './generated-app.js';
import type { PreviewSite } from './preview-site.js';

const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 30_000;

const LISTS: readonly string[] = ['list', 'catalog', 'feed'];

/** Words that betray a screen nobody filled. `TODO` is looked for in capitals: it may be what an app is about. */
const PLACEHOLDERS =
  /lorem ipsum|coming soon|placeholder text|your text here|not implemented|\bTODO\b|\bundefined\b|\bNaN\b|\[object Object\]/;

/** Opens the finished app of a prompt and uses it as a person would. @returns what went wrong, in plain words; empty: nothing. */
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
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  try {
    await new AppWalk(page, plan, web, troubles).walk();
  } catch (error) {
    troubles.push(`stuck at ${page.url()}: ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`);
  } finally {
    await context.close();
  }
  return troubles;
}

/** One page with the app in it. */
class AppWalk {
  constructor(
    private readonly page: Page,
    private readonly plan: AppPlan,
    private readonly web: string,
    private readonly troubles: string[],
  ) {}

  async walk(): Promise<void> {
    await this.page.goto(this.web);
    await this.shown(this.plan.name);
    await this.shown(this.plan.tagline);
    for (const tab of this.plan.screens.filter(({ isTab }) => isTab)) await this.pressTab(tab);
    for (const screen of this.plan.screens.filter(({ isTab }) => !isTab)) {
      await this.open(pathOf(screen));
      await this.looksFinished(screen);
    }
    const [entity] = this.plan.entities;
    if (entity) await this.keepRecord(entity);
  }

  private async pressTab(tab: ScreenPlan): Promise<void> {
    const { page } = this;
    await page
      .locator(`a[href="${pathOf(tab)}"]`)
      .or(page.getByRole('tab', { name: tab.name }))
      .first()
      .click();
    await page.waitForURL(`${this.web}${pathOf(tab)}`);
    await this.looksFinished(tab);
  }

  private async looksFinished(screen: ScreenPlan): Promise<void> {
    await this.page.getByRole('heading').filter({ visible: true }).first().waitFor();
    const text = await this.page.locator('body').innerText();
    const found = PLACEHOLDERS.exec(text);
    if (found) this.troubles.push(`${screen.name} shows ${JSON.stringify(found[0])}`);
    if (/unmatched route|page (?:could )?not (?:be )?found|is gone/i.test(text))
      this.troubles.push(`${screen.name} is not there`);
    if (LISTS.includes(screen.archetype)) await this.showsSamples(screen);
  }

  private async showsSamples(screen: ScreenPlan): Promise<void> {
    const entity = this.plan.entities.find(({ name }) => name === screen.entity);
    const title = entity?.fields.find(({ type }) => type === 'text') ?? entity?.fields[0];
    if (entity && title) await this.shown(String(entity.samples[0]?.[title.name]));
  }

  /** Adds a record, changes it, loads the app anew, and deletes it: each time the app must show what was done. */
  private async keepRecord(entity: EntityPlan): Promise<void> {
    const { page } = this;
    const label = entity.label ?? entity.name;
    const of = (archetypes: readonly string[]): ScreenPlan | undefined =>
      this.plan.screens.find((screen) => screen.entity === entity.name && archetypes.includes(screen.archetype));
    const list = of(LISTS);
    if (!list) throw new Error(`${entity.plural} have no list`);
    const title = entity.fields.find(({ type }) => type === 'text') ?? entity.fields[0];
    const titleField = page.getByLabel(title?.label ?? '', { exact: true }).last();

    await this.open(pathOf(list));
    await page
      .getByRole('button', { name: new RegExp(`^Add ${escaped(label)}$`, 'i') })
      .last()
      .click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByText(/ is needed\.$/)
      .first()
      .waitFor();
    await this.fill(entity, title?.name ?? '', 'Zebra crossing');
    await page.getByRole('button', { name: 'Save' }).click();

    await this.find('Zebra crossing');
    await this.openRecord('Zebra crossing');
    await page.getByRole('button', { name: new RegExp(`^Edit ${escaped(label)}$`, 'i') }).click();
    await titleField.fill('Zebra crossing, changed');
    await page.getByRole('button', { name: 'Save' }).click();
    await this.shown('Zebra crossing, changed');
    await page.reload();
    await this.shown('Zebra crossing, changed');

    if (of(['chat'])) await this.open(pathOf(list));
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await this.open(pathOf(list));
    await page.reload();
    await page.getByRole('heading').filter({ visible: true }).first().waitFor();
    if ((await page.getByText('Zebra crossing, changed').count()) > 0)
      this.troubles.push('a deleted record is still there after a reload');
  }

  private async fill(entity: EntityPlan, titleName: string, name: string): Promise<void> {
    for (const field of entity.fields.filter(
      ({ isRequired, type }) => isRequired && (type === 'text' || type === 'money' || type === 'number'),
    )) {
      const value = field.name === titleName ? name : field.type === 'text' ? 'Somewhere' : '12.5';
      await this.page.getByLabel(field.label, { exact: true }).last().fill(value);
    }
  }

  /** Where there is a search, through it: a long list does not draw what is far below. */
  private async find(text: string): Promise<void> {
    const search = this.page.getByRole('textbox', { name: /^Search / }).first();
    await this.page
      .getByRole('button', { name: /^(?:Add|Edit) / })
      .first()
      .waitFor();
    if (await search.isVisible()) await search.fill(text);
    await this.shown(text);
  }

  private async openRecord(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${escaped(name)}(?:, |$)`) })
      .first()
      .click();
    await this.page.waitForURL(/\/[^/]+\/[^/]+$/);
  }

  private async shown(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** As the browser's own back and forward buttons do: the app finds the screen of the address, without loading anew. */
  private async open(path: string): Promise<void> {
    await this.page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }));`,
    );
  }
}

function pathOf({ route }: ScreenPlan): string {
  const parts = route.split('/').filter((part) => !/^\(.*\)$/.test(part) && part !== 'index');
  return `/${parts.join('/')}`.replace('[id]', 'sample-1');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
