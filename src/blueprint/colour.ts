import { clampChroma, converter, formatHex, interpolate, wcagContrast, wcagLuminance } from 'culori';

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export const contrast = (first: string, second: string): number => wcagContrast(first, second);

/** WCAG relative luminance, 0 to 1. */
export const luminance = (colour: string): number => wcagLuminance(colour);

/** `share` (0 to 1) of the second colour in the first, as `#rrggbb`. */
export const mix = (first: string, second: string, share: number): string =>
  formatHex(interpolate([first, second], 'rgb')(share));

/** The nearest lighter or darker colour of the same hue that is enough; white or black where none is. */
export const movedUntil = (
  colour: string,
  towards: 'lighter' | 'darker',
  isEnough: (colour: string) => boolean,
): string => {
  if (isEnough(colour)) return colour;
  const from = toOklch(colour);
  const end = towards === 'lighter' ? 1 : 0;
  for (let step = 1; step <= STEPS; step++) {
    const l = (from?.l ?? 0) + ((end - (from?.l ?? 0)) * step) / STEPS;
    const moved = formatHex(clampChroma({ mode: 'oklch', c: 0, ...from, l }, 'oklch'));
    if (isEnough(moved)) return moved;
  }
  return towards === 'lighter' ? '#ffffff' : '#000000';
};

const toOklch = converter('oklch');
const STEPS = 60;
