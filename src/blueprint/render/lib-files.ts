import type { SourceFile, ThemeTokens } from '../../generation/plan.js';
import { mix } from '../colour.js';
import type { AppStage } from './app-stage.js';
import { literal } from './source-text.js';

/** lib/theme.ts: colours, spacing, and the hooks that styles are made with. */
export const themeFile = ({ plan }: AppStage): SourceFile => ({
  path: 'lib/theme.ts',
  content: `import { useMemo } from "react";
import { useColorScheme } from "react-native";

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

export function useTheme(): Theme {
  const { appearance } = usePreferences();
  const device = useColorScheme();
  const scheme = appearance === "system" ? device : appearance;
  return scheme === "dark" ? DARK : LIGHT;
}

/** Styles made from the theme; \`create\` stays the same function between renders. */
export function useStyles<Styles>(create: (theme: Theme) => Styles): Styles {
  const theme = useTheme();
  return useMemo(() => create(theme), [create, theme]);
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

/** lib/dates.ts: days as `YYYY-MM-DD` in the device's own time. */
export const datesFile = (): SourceFile => ({
  path: 'lib/dates.ts',
  content: `const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The day that lies so many days after today, as YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** The day that lies so many days after another. */
export function dayAfter(day: string, days: number): string {
  const date = atNoon(day);
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** True for a day of the calendar written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\\d{4}-\\d{2}-\\d{2}$/.test(text) && !Number.isNaN(atNoon(text).getTime()) && isoDay(atNoon(text)) === text;
}

/** "Today", "Yesterday", "Mon 3 Feb", and the year where it is another. */
export function formatDay(day: string): string {
  if (!isDay(day)) return day;
  if (day === dayFromToday(0)) return "Today";
  if (day === dayFromToday(-1)) return "Yesterday";
  if (day === dayFromToday(1)) return "Tomorrow";
  const date = atNoon(day);
  const year = date.getFullYear() === new Date().getFullYear() ? "" : \` \${date.getFullYear()}\`;
  return \`\${weekday(day)} \${date.getDate()} \${MONTHS[date.getMonth()] ?? ""}\${year}\`;
}

export function weekday(day: string): string {
  return WEEKDAYS[atNoon(day).getDay()] ?? "";
}

/** "March 2026" for 2026-03. */
export function monthName(month: string): string {
  const date = atNoon(\`\${month}-01\`);
  return \`\${MONTH_NAMES[date.getMonth()] ?? ""} \${date.getFullYear()}\`;
}

/** The weeks of a month (2026-03), Monday first, with the days around it that fill them. */
export function weeksOf(month: string): string[][] {
  const first = \`\${month}-01\`;
  const start = dayAfter(first, -((atNoon(first).getDay() + 6) % 7));
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => dayAfter(start, 7 * week + day)));
  return weeks.filter((week) => week.some((day) => day.startsWith(month)));
}

/** The device's time as HH:MM. */
export function timeNow(): string {
  const now = new Date();
  return \`\${String(now.getHours()).padStart(2, "0")}:\${String(now.getMinutes()).padStart(2, "0")}\`;
}

function atNoon(day: string): Date {
  return new Date(\`\${day}T12:00:00\`);
}

function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return \`\${date.getFullYear()}-\${two(date.getMonth() + 1)}-\${two(date.getDate())}\`;
}
`,
});

/** lib/format.ts: figures as people read them. */
export const formatFile = (): SourceFile => ({
  path: 'lib/format.ts',
  content: `/** 1234.5 with a unit: "1,234.5 km". */
export function formatNumber(value: number, unit = ""): string {
  const [whole = "0", fraction] = String(Math.round(value * 100) / 100).split(".");
  const grouped = whole.replace(/\\B(?=(\\d{3})+(?!\\d))/g, ",");
  const figure = fraction === undefined ? grouped : \`\${grouped}.\${fraction}\`;
  if (unit === "") return figure;
  return unit === "%" ? \`\${figure}%\` : \`\${figure} \${unit}\`;
}

/** 1234.5: "$1,234.50". */
export function formatMoney(value: number): string {
  const [whole = "0", cents = "00"] = Math.abs(value).toFixed(2).split(".");
  return \`\${value < 0 ? "−" : ""}$\${whole.replace(/\\B(?=(\\d{3})+(?!\\d))/g, ",")}.\${cents}\`;
}
`,
});
