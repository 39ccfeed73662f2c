import type { Browser, Frame, Page } from 'playwright-core';

/** The message of a preview page about the picked element. */
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

/** A point in the frame, and the text at that point. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A page that embeds a preview, like the studio. */
export class FramedPreview {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** @param around an address with the origin of the embedding page; its content is replaced */
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

  /** Asks the preview to let an element be picked; returns whether it does. */
  async turnOn(): Promise<boolean> {
    // This listener runs after the one of the preview script.
    await this.frame.evaluate("addEventListener('message', () => (globalThis.heard = true), { once: true })");
    await this.page.evaluate("frames[0].postMessage({ type: 'firstlight:pick', on: true }, '*')");
    await this.frame.waitForFunction('globalThis.heard');
    await this.frame.evaluate('delete globalThis.heard');
    return (await this.frame.locator('#firstlight-pick').count()) === 1;
  }

  /** Clicks at a spot and returns the message about the picked element. */
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

  /** The visible texts, each with its centre. */
  spots(): Promise<readonly Spot[]> {
    return this.frame.evaluate(`[...document.querySelectorAll('#root [dir=auto]')].flatMap((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return node.contains(document.elementFromPoint(x, y)) ? [{ x, y, text: node.innerText }] : [];
    })`);
  }
}
