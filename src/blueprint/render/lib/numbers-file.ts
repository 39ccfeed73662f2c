import type { SourceFile } from '../../../generation/app-files.js';
import ways from '../../languages/ways-of-writing.json' with { type: 'json' };
import type { AppStage } from '../app-stage.js';
import { literal } from '../source-text.js';

/** lib/numbers.ts: figures as people write and read them. */
export const numbersFile = ({ plan: { language = 'en', currency } }: AppStage): SourceFile => ({
  path: 'lib/numbers.ts',
  content: `import { LOCALE } from "./words";

export const CURRENCY = ${literal(currency ?? ways[language].currency)} as string;

const DECIMAL = (1.5).toLocaleString(LOCALE).charAt(1);

const MONEY = /\\p{Sc}|\\b(?:[A-Z]{3}|kr|zł|Kč|Ft|Fr|Rs|lei|TL)\\b\\.?|[元円원]/gu;

/**
 * A number as people type it: 1.250,00 or 1,250.00 or 1 250,00, in the digits of any script, with a currency or its unit,
 * as 1½ or 1/2. undefined: it is no number.
 */
export function readNumber(text: string, unit = ""): number | undefined {
  const plain = withoutUnit(inLatinDigits(text), unit).trim();
  const found = /^([-+]?) *(\\d[\\d., ']*|[.,]\\d+)?(?:(?:^|[-+ ]) *(\\d+) *\\/ *(\\d+))?$/.exec(plain);
  const [, sign, figure, top, bottom] = found ?? [];
  if (found === null || (figure === undefined && top === undefined) || Number(bottom) === 0) return undefined;
  const whole = readFigure((figure ?? "0").trim());
  if (whole === undefined) return undefined;
  const value = whole + (top === undefined ? 0 : Number(top) / Number(bottom));
  return sign === "-" ? -value : value;
}

/** 1234.5 with a unit: "1,234.5 km". */
export function formatNumber(value: number, unit = "", digits = 2): string {
  const figure = value.toLocaleString(LOCALE, { maximumFractionDigits: digits });
  if (unit === "") return figure;
  return /^[%°]/.test(unit) ? \`\${figure}\${unit === "%" ? "%" : \` \${unit}\`}\` : \`\${figure} \${unit}\`;
}

export function formatMoney(value: number, currency = CURRENCY): string {
  return value.toLocaleString(LOCALE, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
}

/** "$", "€": what stands behind a field for money. */
export const CURRENCY_SIGN = formatMoney(0).replace(/[\\d.,\\s]/g, "");

/** A figure as one types it: no separators, the language's decimal sign. */
export function typedNumber(value: number): string {
  return String(Math.round(value * 10_000) / 10_000).replace(".", DECIMAL);
}

/** The marks of the last kind are decimal; one alone before three digits is decimal only where the language writes it so. */
function readFigure(figure: string): number | undefined {
  const mark = /[.,](?=[^.,]*$)/.exec(figure)?.[0];
  const at = mark === undefined ? -1 : figure.lastIndexOf(mark);
  const isMixed = mark !== undefined && figure.includes(mark === "." ? "," : ".");
  const isOnce = mark !== undefined && figure.indexOf(mark) === at;
  const isGrouping = mark !== undefined && (isOnce ? !isMixed && mark !== DECIMAL && /^[1-9]\\d{0,2}.\\d{3}$/.test(figure) : true);
  if (isMixed && !isOnce) return undefined;
  const whole = isGrouping || at < 0 ? figure : figure.slice(0, at);
  const fraction = isGrouping || at < 0 ? "" : figure.slice(at + 1);
  const groups = whole.split(/[., ']/);
  const isWhole = groups.slice(1).every((group, index) => group.length === 3 || (group.length === 2 && index < groups.length - 2));
  return isWhole && /^\\d*$/.test(fraction) ? Number(\`\${groups.join("") || "0"}.\${fraction || "0"}\`) : undefined;
}

/** Arabic, Persian, Devanagari and full-width digits; typographic minus signs and fractions; spaces of every width. */
function inLatinDigits(text: string): string {
  return text
    .replace(/[¼-¾⅐-⅞]/g, (fraction) => \` \${fraction}\`)
    .normalize("NFKC")
    .replace(/\\p{Nd}/gu, digitOf)
    .replace(/[\\u2212\\u2010-\\u2015]/g, "-")
    .replace(/\\u2044/g, "/")
    .replace(/’/g, "'")
    .replace(/٫/g, DECIMAL)
    .replace(/٬/g, " ")
    .replace(/[\\u200e\\u200f\\u061c]/g, "")
    .replace(/\\s+/g, " ");
}

/** Digits stand in tens, from zero up. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function withoutUnit(text: string, unit: string): string {
  const bare = text.replace(MONEY, " ");
  return unit !== "" && bare.trim().toLowerCase().endsWith(unit.toLowerCase()) ? bare.trim().slice(0, -unit.length) : bare;
}
`,
});
