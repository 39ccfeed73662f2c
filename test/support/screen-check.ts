import type { Page } from 'playwright-core';

/** Words that show that a screen is unfinished. `TODO` is matched in capitals only, because an app may be about todos. */
const PLACEHOLDERS =
  /lorem ipsum|coming soon|placeholder text|your text here|not implemented|\bTODO\b|\bundefined\b|\bNaN\b|\bInfinity\b|\[object Object\]/;

/** Minimum size in points that Apple and Google recommend for touch targets, less a margin for rounding. */
const MIN_TARGET = 43.5;

/** An element that can be pressed. */
interface Target {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What is wrong with the current screen, in plain words; empty if nothing is. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText();
  const found = PLACEHOLDERS.exec(text);
  const targets = await page.evaluate<readonly Target[]>(READ_TARGETS);
  return [
    ...(found ? [`shows ${JSON.stringify(found[0])}`] : []),
    ...(/unmatched route|page (?:could )?not (?:be )?found|\bis gone\b/i.test(text) ? ['is not there'] : []),
    ...targets.filter(({ name }) => name === '').map(() => 'has a button without a name'),
    ...targets
      .filter(({ width, height }) => width < MIN_TARGET || height < MIN_TARGET)
      .map(({ name, width, height }) => `${JSON.stringify(name)} is only ${Math.round(width)} × ${Math.round(height)}`),
  ];
}

/** Elements behind another screen stay in the page: `checkVisibility` and an empty rectangle identify them. */
const READ_TARGETS = `[...document.querySelectorAll('a, button, input, textarea, [role=button], [role=link], [role=tab], [role=switch], [role=radio]')]
  .filter((element) => !element.closest('[aria-hidden=true]') && element.checkVisibility())
  .map((element) => ({ element, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && box.height > 0)
  .map(({ element, box }) => ({
    name: (element.getAttribute('aria-label') ?? element.innerText ?? '').trim(),
    width: box.width,
    height: box.height,
  }))`;
