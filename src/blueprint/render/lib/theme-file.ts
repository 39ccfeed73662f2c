import type { SourceFile } from '../../../generation/app-files.js';
import type { ThemeTokens } from '../../../generation/plan.js';
import { mix } from '../../colour.js';
import type { AppStage } from '../app-stage.js';
import { literal } from '../source-text.js';

/** lib/theme.ts: colours, spacing, and the hooks that styles are made with. */
export const themeFile = ({ plan }: AppStage): SourceFile => ({
  path: 'lib/theme.ts',
  content: `import type { Ionicons } from "@expo/vector-icons";
import { type ComponentProps, useMemo, useSyncExternalStore } from "react";
import { Platform, StyleSheet, useColorScheme, useWindowDimensions } from "react-native";

import { usePreferences } from "./store";

export interface Theme {
  isDark: boolean;
  background: string;
  surface: string;
  text: string;
  muted: string;
  primary: string;
  onPrimary: string;
  /** A hint of the primary colour, behind icons and chips. */
  tint: string;
  border: string;
  danger: string;
  hero: readonly [string, string];
  onHero: string;
  shadow: string;
}

const LIGHT: Theme = {
${themeLines(plan.theme.light, false)}
};

const DARK: Theme = {
${themeLines(plan.theme.dark, true)}
};

/** Distances on an 8-point grid. */
export const SPACE = { xs: 4, s: 8, m: 16, l: 24, xl: 32 } as const;

export const RADIUS = { s: 8, m: 16, l: 24, round: 999 } as const;

/** The smallest side of anything that can be pressed. */
export const TOUCH = 44;

/** The name of a drawing of the icon font. */
export type IconName = ComponentProps<typeof Ionicons>["name"];

/** What holds one thing in its middle. */
export const CENTRED = { alignItems: "center", justifyContent: "center" } as const;

/** What lies on the ground: cards, tiles, rows. */
export function raised({ border, surface, shadow }: Theme) {
  return { borderWidth: StyleSheet.hairlineWidth, borderColor: border, backgroundColor: surface, boxShadow: shadow };
}

/** What is typed into or chosen. */
export function outlined({ border, surface }: Theme) {
  return { borderWidth: 1, borderColor: border, backgroundColor: surface };
}

/** The letters that people type, in a field that shows by itself where one is. */
export function typed({ text }: Theme) {
  return { flex: 1, minWidth: 0, fontSize: 16, color: text, outlineStyle: "solid", outlineWidth: 0 } as const;
}

export function useTheme(): Theme {
  const { appearance } = usePreferences();
  const device = useColorScheme();
  const scheme = appearance === "system" ? device : appearance;
  return scheme === "dark" ? DARK : LIGHT;
}

/** Whether there is room for two columns. */
export function useIsWide(): boolean {
  return useWindowDimensions().width >= 900;
}

/** Styles made from the theme, with text as large as the reader has set it; \`create\` stays the same function between renders. */
export function useStyles<Styles extends object>(create: (theme: Theme) => Styles): Styles {
  const theme = useTheme();
  const by = useTextScale();
  return useMemo(() => grown(create(theme), by), [create, theme, by]);
}

/** A phone grows text by itself; in a browser its setting is the size of the root's font. */
let scale = 1;
const scaleListeners = new Set<() => void>();

if (Platform.OS === "web") {
  const probe = document.createElement("div");
  probe.style.cssText = "position: absolute; visibility: hidden; width: 1rem";
  document.body.append(probe);
  scale = probe.offsetWidth / 16;
  new ResizeObserver(() => {
    scale = probe.offsetWidth / 16;
    scaleListeners.forEach((listener) => listener());
  }).observe(probe);
}

/** How much larger than usual the reader has set text in the browser. */
export function useTextScale(): number {
  return useSyncExternalStore(watchScale, getScale, getScale);
}

/** Sizes of large texts: as the reader has set them, as far as the longest word fits beside so many points. */
export function useFitting(beside: number, widest = 560): (text: string, size: number) => number {
  const by = useTextScale();
  const room = Math.min(useWindowDimensions().width, widest) - beside;
  return (text, size) => {
    const letters = Math.max(1, ...text.split(/\\s+/).map((word) => word.length));
    return Math.max(12, Math.min(size * by, room / (letters * 0.72)));
  };
}

function getScale(): number {
  return scale;
}

function watchScale(listener: () => void): () => void {
  scaleListeners.add(listener);
  return () => {
    scaleListeners.delete(listener);
  };
}

function grown<Styles extends object>(styles: Styles, by: number): Styles {
  if (by === 1) return styles;
  const larger = (style: { fontSize?: number; lineHeight?: number }) => ({
    ...style,
    ...(style.fontSize !== undefined && { fontSize: style.fontSize * by }),
    ...(style.lineHeight !== undefined && { lineHeight: style.lineHeight * by }),
  });
  return Object.fromEntries(Object.entries(styles).map(([name, style]) => [name, larger(style as object)])) as Styles;
}
`,
});

/** The gradient and the tint that go with a theme's tokens; held to AA by themes.spec.ts. */
export const derivedColours = (
  tokens: ThemeTokens,
  isDark: boolean,
): { tint: string; hero: readonly [string, string]; onHero: string } => ({
  tint: mix(tokens.surface, tokens.primary, isDark ? 0.14 : 0.09),
  hero: isDark
    ? [mix(tokens.surface, tokens.primary, 0.26), mix(tokens.surface, tokens.primary, 0.1)]
    : [tokens.primary, mix(tokens.primary, '#000000', 0.28)],
  onHero: isDark ? tokens.text : tokens.onPrimary,
});

const themeLines = (tokens: ThemeTokens, isDark: boolean): string => {
  const { tint, hero, onHero } = derivedColours(tokens, isDark);
  const { background, surface, text, muted, primary, onPrimary, border, danger } = tokens;
  const shadow = isDark
    ? '0px 1px 2px rgba(0, 0, 0, 0.4)'
    : '0px 1px 2px rgba(16, 24, 40, 0.06), 0px 4px 16px rgba(16, 24, 40, 0.06)';
  const colours = { background, surface, text, muted, primary, onPrimary, tint, border, danger };
  return [
    `  isDark: ${isDark},`,
    ...Object.entries(colours).map(([name, colour]) => `  ${name}: ${literal(colour)},`),
    `  hero: [${hero.map(literal).join(', ')}],`,
    `  onHero: ${literal(onHero)},`,
    `  shadow: ${literal(shadow)},`,
  ].join('\n');
};
