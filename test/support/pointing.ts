import type { Browser, Frame, Page } from 'playwright-core';

/** What a preview's page tells of the element that was picked. */
export interface Picked {
  readonly type: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly text: string;
  readonly rect: { readonly width: number; readonly height: number };
  readonly outer: readonly { readonly path: string; readonly line: number; readonly name: string }[];
}

/** A point of the frame, and what stands there. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A page around a preview, as the studio is one. */
export class FramedPreview {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** @param around an address whose origin is that of the page around it; what is there gives way */
  static async open(browser: Browser, around: string, preview: string): Promise<FramedPreview> {
    const page = await browser.newPage();
    await page.goto(around);
    await page.setContent(`<body style="margin:0"><iframe src="${preview}" style="border:0;width:100vw;height:100vh"></iframe>
<script>window.told = []; addEventListener('message', ({ data }) => data.type && told.push(data));</script>`);
    await page.waitForFunction('frames.length === 1');
    const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame());
    if (!frame) throw new Error('The page has no frame.');
    return new FramedPreview(page, frame);
  }

  /** Whether the preview lets an element be picked when this page asks for it. */
  async turnOn(): Promise<boolean> {
    // It hears of it after the preview's own script.
    await this.frame.evaluate("addEventListener('message', () => (globalThis.heard = true), { once: true })");
    await this.page.evaluate("frames[0].postMessage({ type: 'firstlight:pick', on: true }, '*')");
    await this.frame.waitForFunction('globalThis.heard');
    await this.frame.evaluate('delete globalThis.heard');
    return (await this.frame.locator('#firstlight-pick').count()) === 1;
  }

  /** Points at a spot and clicks. */
  async pick({ x, y }: Pick<Spot, 'x' | 'y'>): Promise<Picked> {
    await this.page.evaluate('void (told = [])');
    if (!(await this.turnOn())) throw new Error('No element can be picked.');
    await this.page.mouse.click(x, y);
    return (await this.told()) as Picked;
  }

  /** The next message from the preview. */
  async told(): Promise<unknown> {
    await this.page.waitForFunction('told.length > 0');
    return this.page.evaluate('told.shift()');
  }

  /** Where texts can be seen, each at its middle. */
  spots(): Promise<readonly Spot[]> {
    return this.frame.evaluate(`[...document.querySelectorAll('#root [dir=auto]')].flatMap((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return node.contains(document.elementFromPoint(x, y)) ? [{ x, y, text: node.innerText }] : [];
    })`);
  }
}
