import type { AppPlan } from '../../generation/plan.js';

/** Change it with the text below, so that pictures kept for an older version are not reused. */
const VERSION = 'icon/1';

/** Asks for the icon of the app in the colours of its theme. */
export function iconPrompt({ name, tagline, entities, theme }: AppPlan): string {
  const { primary, onPrimary } = theme.light;
  const things = entities.map(({ plural }) => plural).join(', ');
  return `(${VERSION}) The icon of a mobile app called “${name}”: ${tagline} It is about: ${things}.
One simple, bold symbol in ${onPrimary} on a ground of ${primary} that fills the whole square; flat, with a soft gradient at most.
No letters, no words, no frame, no rounded corners, no shadow, no device around it.`;
}
