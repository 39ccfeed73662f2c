import type { Page } from 'playwright-core';

/** Words that betray a screen nobody filled. `TODO` is looked for in capitals: it may be what an app is about. */
const PLACEHOLDERS =
  /lorem ipsum|coming soon|placeholder text|your text here|not implemented|\bTODO\b|\bundefined\b|\bNaN\b|\bInfinity\b|\[object Object\]/;

/** Points: Apple's and Google's advice for what a finger shall hit, with room for rounding. */
const MIN_TARGET = 43.5;

/** Something on the page that can be pressed. */
interface Target {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What is wrong with the screen that is shown, in plain words; empty: nothing. */
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

/** What is hidden behind another screen stays in the page: `checkVisibility` and an empty rectangle tell. */
const READ_TARGETS = `[...document.querySelectorAll('a, button, input, textarea, [role=button], [role=link], [role=tab], [role=switch], [role=radio]')]
  .filter((element) => !element.closest('[aria-hidden=true]') && element.checkVisibility())
  .map((element) => ({ element, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && box.height > 0)
  .map(({ element, box }) => ({
    name: (element.getAttribute('aria-label') ?? element.innerText ?? '').trim(),
    width: box.width,
    height: box.height,
  }))`;
