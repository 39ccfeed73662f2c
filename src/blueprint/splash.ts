import type { AppPlan } from '../generation/plan.js';

const SIZE = 1024;
const ICON = 320;

/** What is shown while the app starts: 1024×1024 SVG of the icon on the theme's ground. @param icon a PNG */
export function splashSvg({ theme }: AppPlan, icon: Buffer): string {
  const place = `x="${(SIZE - ICON) / 2}" y="${(SIZE - ICON) / 2}" width="${ICON}" height="${ICON}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}">`,
    `<defs><clipPath id="rounded"><rect ${place} rx="${ICON * 0.22}"/></clipPath></defs>`,
    `<rect width="${SIZE}" height="${SIZE}" fill="${theme.light.background}"/>`,
    `<image ${place} clip-path="url(#rounded)" href="data:image/png;base64,${icon.toString('base64')}"/>`,
    '</svg>',
  ].join('');
}
