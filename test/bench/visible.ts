import type { Page } from 'playwright-core';

/** Resolves with the page's clock (the machine's: `Date.now()`) in the frame in which the text is shown. */
export function visibleAt(page: Page, text: string, timeoutMs = 30_000): Promise<number> {
  const wanted = JSON.stringify(text);
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const end = Date.now() + ${timeoutMs};
    const look = () => {
      if (document.body?.innerText.includes(${wanted})) resolve(Date.now());
      else if (Date.now() > end) reject(new Error('Never visible: ' + ${wanted}));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
