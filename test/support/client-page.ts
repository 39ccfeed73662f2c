import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';

/** The client page in a browser, with its log and the values its progress bar has shown. */
export class ClientPage {
  /** Console errors and warnings, failed requests and uncaught errors, of the page and of the preview in it. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly hasTouch: boolean,
  ) {
    page.on('console', (entry) => {
      if (entry.type() === 'error' || entry.type() === 'warning')
        this.complaints.push(`${entry.type()}: ${entry.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()}: ${response.url()}`);
    });
  }

  /** Opens a page in a new browser profile. */
  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<ClientPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    const client = new ClientPage(await context.newPage(), options.hasTouch ?? false);
    await client.page.addInitScript(recordBar);
    await client.page.goto(url);
    return client;
  }

  get prompt(): Locator {
    return this.page.getByLabel('What should the app do?');
  }

  get status(): Locator {
    return this.page.locator('#run-status');
  }

  get connection(): Locator {
    return this.page.locator('#connection');
  }

  get app(): FrameLocator {
    return this.page.frameLocator('iframe[title="Preview of the app"]');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  stage(id: string, state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped'): Locator {
    return this.page.locator(`#stages li[data-stage="${id}"][data-state="${state}"]`);
  }

  async start(prompt: string): Promise<void> {
    await this.prompt.fill(prompt);
    await this.button(/^Start/).click();
  }

  /** Taps if the page has a touch screen, otherwise clicks. */
  press(target: Locator, position?: { x: number; y: number }): Promise<void> {
    const options = position && { position };
    return this.hasTouch ? target.tap(options) : target.click(options);
  }

  /** Presses the middle of an element in the preview. The click of Playwright misses in a scaled frame of another origin. */
  async pressInApp(target: Locator): Promise<void> {
    const inFrame = await target.evaluate((element): { x: number; y: number; frameWidth: number } => {
      const { left, top, width, height } = (element as unknown as ElementLike).getBoundingClientRect();
      const { innerWidth } = globalThis as unknown as { innerWidth: number };
      return { x: left + width / 2, y: top + height / 2, frameWidth: innerWidth };
    });
    const frame = await this.page.locator('iframe').boundingBox();
    if (!frame) throw new Error('There is no preview on the page.');
    const scale = frame.width / inFrame.frameWidth;
    const [x, y] = [frame.x + inFrame.x * scale, frame.y + inFrame.y * scale];
    await (this.hasTouch ? this.page.touchscreen.tap(x, y) : this.page.mouse.click(x, y));
  }

  /** Waits until the status shows this text. */
  async reaches(status: string, timeoutMs?: number): Promise<void> {
    await this.status.getByText(status).waitFor(timeoutMs === undefined ? {} : { timeout: timeoutMs });
  }

  /** All values the progress bar has shown since the page was loaded. */
  bar(): Promise<number[]> {
    return this.page.evaluate(() => (globalThis as unknown as { barValues: number[] }).barValues);
  }

  /** What the page shows of the project. */
  async shown(): Promise<object> {
    const texts = (selector: string) => this.page.locator(selector).allTextContents();
    return {
      name: await texts('#app-name'),
      status: await texts('#run-status'),
      percent: await texts('#percent'),
      stages: await this.page.evaluate<string[]>(
        '[...document.querySelectorAll("#stages li")].map((row) => row.dataset.state)',
      ),
      screens: await texts('#screens li'),
      files: await texts('#files .path'),
      preview: await this.page.locator('#preview-address').getAttribute('href'),
    };
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page. */
function recordBar(): void {
  const values: number[] = [];
  Object.assign(globalThis, { barValues: values });
  const root = globalThis as unknown as { document: { documentElement: object }; MutationObserver: ObserverClass };
  new root.MutationObserver((changes) => {
    for (const { target } of changes) {
      const value = Number(target.getAttribute('aria-valuenow'));
      if (values.at(-1) !== value) values.push(value);
    }
  }).observe(root.document, { subtree: true, attributes: true, attributeFilter: ['aria-valuenow'] });
}

/** The few DOM types used here: the project is compiled without the DOM library. */
interface ElementLike {
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
}

type ObserverClass = new (onChange: (changes: { target: { getAttribute(name: string): string | null } }[]) => void) => {
  observe(target: object, options: object): void;
};
