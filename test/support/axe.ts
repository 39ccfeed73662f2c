import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The rules that look at colours. All others look at the document, which is the same in light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * The findings of axe that are serious or critical, in light and dark: `color-contrast (dark) at .hint: …`. The app in the
 * preview frame is skipped.
 * @param inDark the rules to check in the dark scheme
 */
export async function seriousFindings(page: Page, inDark: readonly string[] = COLOUR_RULES): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without reduced motion, colours in transition from one scheme to the other would be checked.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const options = { resultTypes: ['violations'], ...(colorScheme === 'dark' && { runOnly: [...inDark] }) };
    if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(await readFile(AXE, 'utf8'));
    const findings = await page.evaluate<Finding[]>(
      `axe.run({ exclude: ['iframe'] }, ${JSON.stringify(options)}).then(({ violations }) => (${WITHOUT_JOINED})(violations))`,
    );
    found.push(...findings.filter(isSerious).flatMap((finding) => linesOf(finding, colorScheme)));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}

/** Drops false findings: axe joins the texts of a row without a space, and then does not find them in the name of the row. */
const WITHOUT_JOINED = `(violations) => violations.map((violation) => violation.id !== 'label-content-name-mismatch' ? violation : {
  ...violation,
  nodes: violation.nodes.filter(({ target }) => {
    const element = document.querySelector(target[0]);
    const name = element.getAttribute('aria-label');
    const lines = element.innerText.replace(/[\\ue000-\\uf8ff\\u{f0000}-\\u{fffff}]/gu, '').split(/\\n| · /);
    return !lines.every((line) => name.toLowerCase().includes(line.trim().toLowerCase()));
  }),
})`;

function isSerious({ impact }: Finding): boolean {
  return impact === 'serious' || impact === 'critical';
}

function linesOf({ id, nodes }: Finding, colorScheme: string): string[] {
  return nodes.map(
    ({ target, failureSummary = '' }) => `${id} (${colorScheme}) at ${target.map(String).join(' ')}: ${failureSummary}`,
  );
}
