import type { PlanSummary } from '../contract/messages/progress-message.js';
import type { AppPlan } from './plan.js';

/** What a page can draw of an app before it runs. */
export function planSummary({ name, tagline, screens, theme, appearance }: AppPlan): PlanSummary {
  const { background, surface, text, muted, primary, onPrimary, border } = theme[appearance ?? 'light'];
  return {
    app_name: name,
    tagline,
    screens: screens.map((screen) => ({ name: screen.name, ...(screen.isTab && { tab: screen.tab ?? screen.name }) })),
    colours: { background, surface, text, muted, primary, on_primary: onPrimary, border },
  };
}
