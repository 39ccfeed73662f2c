import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What axe finds serious or critical in the page as it is shown, in light and in dark: `color-contrast (dark) at .hint: …`. The app in the
 * preview's frame is not looked at. @param without rules that are left out
 */
export async function seriousFindings(page: Page, without: readonly string[] = []): Promise<string[]> {
  const source = await readFile(AXE, 'utf8');
  const rules = JSON.stringify(Object.fromEntries(without.map((rule) => [rule, { enabled: false }])));
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours on their way from one scheme to the other are nobody's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(source);
    const findings = await page.evaluate<Finding[]>(
      `axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'], rules: ${rules} }).then(({ violations }) => violations)`,
    );
    found.push(...findings.filter(isSerious).flatMap((finding) => linesOf(finding, colorScheme)));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}

function isSerious({ impact }: Finding): boolean {
  return impact === 'serious' || impact === 'critical';
}

function linesOf({ id, nodes }: Finding, colorScheme: string): string[] {
  return nodes.map(
    ({ target, failureSummary = '' }) => `${id} (${colorScheme}) at ${target.map(String).join(' ')}: ${failureSummary}`,
  );
}
