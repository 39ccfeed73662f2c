import type { AppPlan } from '../generation/plan.js';
import { mix } from './colour.js';
import drawings from './icon-drawings.json' with { type: 'json' };
import type { Motif } from './lexicon/domain.js';
import { DOMAINS } from './lexicon/domains.js';
import { seededRandom } from './seeded-random.js';

const SIZE = 1024;

/** Line drawings on a 24×24 grid, as SVG path data. */
const ICON_DRAWINGS: Readonly<Record<Motif, readonly string[]>> = drawings;

/** The app's icon: 1024×1024 SVG of drawn paths only, in the theme's colours; the same plan gives the same bytes. */
export const iconSvg = (plan: AppPlan): string => {
  const random = seededRandom(plan.seed);
  const { primary, onPrimary } = plan.theme.light;
  const deep = mix(primary, '#000000', 0.3 + 0.15 * random());
  const bright = mix(primary, '#ffffff', 0.12 + 0.12 * random());
  const angle = Math.round(random() * 60) - 30;
  const motif: Motif = DOMAINS.find(({ id }) => id === plan.domain)?.motif ?? 'spark';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}">`,
    `<defs><linearGradient id="ground" gradientTransform="rotate(${45 + angle} 0.5 0.5)">`,
    `<stop offset="0" stop-color="${bright}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>`,
    `<rect width="${SIZE}" height="${SIZE}" fill="url(#ground)"/>`,
    ...bubbles(random, onPrimary),
    `<g transform="translate(256 256) scale(21.333)" fill="none" stroke="${onPrimary}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">`,
    ...ICON_DRAWINGS[motif].map((path) => `<path d="${path}"/>`),
    '</g></svg>',
  ].join('');
};

/** Three large, faint circles behind the drawing: what tells two apps of one kind apart. */
const bubbles = (random: () => number, colour: string): readonly string[] =>
  [0.07, 0.09, 0.06].map((opacity) => {
    const [x, y, radius] = [random() * SIZE, random() * SIZE, 180 + random() * 300].map(Math.round);
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}" fill-opacity="${opacity}"/>`;
  });
