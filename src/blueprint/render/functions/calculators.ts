import type { SourceFile } from '../../../generation/plan.js';

/** Figures that are worked out while one types: formulas, units, the keys of a pocket calculator. */
export const calculatorComponents: readonly SourceFile[] = [
  {
    path: 'components/result-card.tsx',
    content: `import { LinearGradient } from "expo-linear-gradient";
import { StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";

interface ResultCardProps {
  label: string;
  value: string;
  lines?: readonly { label: string; value: string }[];
}

/** What came out, large; what belongs to it below. */
export function ResultCard({ label, value, lines = [] }: ResultCardProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <LinearGradient colors={theme.hero} start={{ x: 0, y: 0 }} end={{ x: 1, y: 1 }} style={styles.card}>
      <Text style={styles.label}>{label}</Text>
      <Text accessibilityLiveRegion="polite" style={[styles.value, value.length > 14 && styles.longValue]}>
        {value}
      </Text>
      {lines.length > 0 && <View style={styles.rule} />}
      {lines.map((line) => (
        <View key={line.label} style={styles.line}>
          <Text style={styles.label}>{line.label}</Text>
          <Text style={styles.lineValue}>{line.value}</Text>
        </View>
      ))}
    </LinearGradient>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: { borderRadius: RADIUS.l, padding: SPACE.l, gap: SPACE.s },
    label: { flexShrink: 1, fontSize: 15, lineHeight: 22, fontWeight: "600", color: theme.onHero },
    value: { fontSize: 44, lineHeight: 52, fontWeight: "800", letterSpacing: -1, fontVariant: ["tabular-nums"], color: theme.onHero },
    longValue: { fontSize: 28, lineHeight: 36 },
    rule: { height: 1, marginVertical: SPACE.xs, backgroundColor: theme.onHero, opacity: 0.25 },
    line: { flexDirection: "row", flexWrap: "wrap", justifyContent: "space-between", columnGap: SPACE.m },
    lineValue: { fontSize: 16, lineHeight: 22, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.onHero },
  });
`,
  },
  {
    path: 'lib/formulas.ts',
    content: `import type { Phrase } from "./words";

export interface Input {
  name: string;
  label: Phrase;
  kind: "money" | "number" | "percent" | "count" | "day";
  unit?: string;
  /** A day is a number of days from today. */
  initial: number;
  min?: number;
  max?: number;
  /** Values to choose with one press. */
  presets?: readonly number[];
}

export interface Output {
  label: Phrase;
  value: number;
  kind: "money" | "number" | "percent";
  unit?: string;
  /** Says what the value means. */
  verdict?: Phrase;
}

interface Formula {
  inputs: readonly Input[];
  /** The first of them matters most. */
  work: (values: Record<string, number>) => readonly Output[];
}

export type FormulaName = "tip" | "bmi" | "loan" | "percent" | "discount" | "savings" | "fuel" | "age";

const money = (label: Phrase, value: number): Output => ({ label, value, kind: "money" });

export const FORMULAS: Record<FormulaName, Formula> = {
  tip: {
    inputs: [
      { name: "bill", label: "bill", kind: "money", initial: 48 },
      { name: "tip", label: "tip", kind: "percent", initial: 15, max: 100, presets: [5, 10, 15, 18, 20] },
      { name: "people", label: "people", kind: "count", initial: 2, min: 1, max: 50 },
    ],
    work: ({ bill = 0, tip = 0, people = 1 }) => {
      const total = bill * (1 + tip / 100);
      return [money("perPerson", total / people), money("tip", total - bill), money("sum", total)];
    },
  },
  bmi: {
    inputs: [
      { name: "height", label: "height", kind: "number", unit: "cm", initial: 172, min: 50, max: 272 },
      { name: "weight", label: "weight", kind: "number", unit: "kg", initial: 68, min: 2, max: 500 },
    ],
    work: ({ height = 0, weight = 0 }) => {
      const metres = height / 100;
      const bmi = weight / (metres * metres);
      const verdict = bmi < 18.5 ? "underweight" : bmi < 25 ? "healthyWeight" : bmi < 30 ? "overweight" : "obesity";
      return [
        { label: "bmi", value: bmi, kind: "number", verdict },
        { label: "healthyFrom", value: 18.5 * metres * metres, kind: "number", unit: "kg" },
        { label: "healthyTo", value: 25 * metres * metres, kind: "number", unit: "kg" },
      ];
    },
  },
  loan: {
    inputs: [
      { name: "amount", label: "loanAmount", kind: "money", initial: 20_000 },
      { name: "rate", label: "yearlyRate", kind: "percent", initial: 5, max: 100 },
      { name: "years", label: "years", kind: "count", initial: 10, min: 1, max: 50 },
    ],
    work: ({ amount = 0, rate = 0, years = 1 }) => {
      const months = years * 12;
      const monthly = rate / 1200;
      const payment = monthly === 0 ? amount / months : (amount * monthly) / (1 - (1 + monthly) ** -months);
      return [money("monthlyPayment", payment), money("interest", payment * months - amount), money("sum", payment * months)];
    },
  },
  percent: {
    inputs: [
      { name: "part", label: "part", kind: "number", initial: 18 },
      { name: "whole", label: "whole", kind: "number", initial: 120, min: 0.000001 },
    ],
    work: ({ part = 0, whole = 1 }) => [
      { label: "shareOf", value: (100 * part) / whole, kind: "percent" },
      { label: "change", value: (100 * (part - whole)) / whole, kind: "percent" },
    ],
  },
  discount: {
    inputs: [
      { name: "price", label: "price", kind: "money", initial: 80 },
      { name: "discount", label: "discount", kind: "percent", initial: 20, max: 100, presets: [10, 20, 25, 30, 50] },
    ],
    work: ({ price = 0, discount = 0 }) => [money("newPrice", price * (1 - discount / 100)), money("youSave", (price * discount) / 100)],
  },
  savings: {
    inputs: [
      { name: "start", label: "startAmount", kind: "money", initial: 1_000 },
      { name: "monthly", label: "everyMonth", kind: "money", initial: 100 },
      { name: "rate", label: "yearlyRate", kind: "percent", initial: 3, max: 100 },
      { name: "years", label: "years", kind: "count", initial: 10, min: 1, max: 60 },
    ],
    work: ({ start = 0, monthly = 0, rate = 0, years = 1 }) => {
      const months = years * 12;
      const growth = 1 + rate / 1200;
      const grown = growth ** months;
      const end = start * grown + monthly * (rate === 0 ? months : (grown - 1) / (growth - 1));
      const paid = start + monthly * months;
      return [money("endAmount", end), money("paidIn", paid), money("interest", end - paid)];
    },
  },
  fuel: {
    inputs: [
      { name: "distance", label: "distance", kind: "number", unit: "km", initial: 250 },
      { name: "use", label: "fuelUse", kind: "number", unit: "l / 100 km", initial: 6.5 },
      { name: "price", label: "pricePerLitre", kind: "money", initial: 1.8 },
      { name: "people", label: "people", kind: "count", initial: 1, min: 1, max: 9 },
    ],
    work: ({ distance = 0, use = 0, price = 0, people = 1 }) => {
      const litres = (distance * use) / 100;
      return [money("sum", litres * price), { label: "fuel", value: litres, kind: "number", unit: "l" }, money("perPerson", (litres * price) / people)];
    },
  },
  age: {
    inputs: [{ name: "birth", label: "birthday", kind: "day", initial: -10_950 }],
    work: ({ birth = 0 }) => ageOf(birth),
  },
};

/** How old one is who was born so many days from today, and how far the next birthday is. */
function ageOf(birth: number): readonly Output[] {
  const today = new Date();
  const born = new Date(today.getFullYear(), today.getMonth(), today.getDate() + birth);
  const birthdayIn = (year: number) => new Date(year, born.getMonth(), born.getDate());
  const hasHad = birthdayIn(today.getFullYear()) <= today;
  const next = birthdayIn(today.getFullYear() + (hasHad ? 1 : 0));
  return [
    { label: "years", value: Math.max(0, today.getFullYear() - born.getFullYear() - (hasHad ? 0 : 1)), kind: "number" },
    { label: "daysAlive", value: Math.max(0, -birth), kind: "number" },
    { label: "daysToBirthday", value: Math.ceil((next.getTime() - today.getTime()) / 86_400_000), kind: "number" },
  ];
}
`,
  },
  {
    path: 'components/calculator.tsx',
    content: `import { useState } from "react";
import { StyleSheet, View } from "react-native";

import { dayFromToday, daysBetween, readDay, typedDay } from "../lib/dates";
import { type FormulaName, FORMULAS, type Input, type Output } from "../lib/formulas";
import { readMarks, setMark } from "../lib/marks";
import { CURRENCY_SIGN, formatMoney, formatNumber, readNumber, typedNumber } from "../lib/numbers";
import { SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { DateField } from "./date-field";
import { ResultCard } from "./result-card";
import { Stepper } from "./stepper";
import { TextField } from "./text-field";

/** Works a formula out while one types; what was typed last is kept. */
export function Calculator({ formula }: { formula: FormulaName }) {
  const { inputs, work } = FORMULAS[formula];
  const [texts, setTexts] = useState(() => Object.fromEntries(inputs.map((input) => [input.name, keptText(formula, input)])));
  const values = Object.fromEntries(inputs.map((input) => [input.name, valueOf(input, texts[input.name] ?? "")]));
  const isReadable = inputs.every((input) => problemOf(input, values[input.name]) === undefined);
  const [first, ...others] = work(values as Record<string, number>);
  const change = (input: Input, text: string) => {
    setTexts((current) => ({ ...current, [input.name]: text }));
    setMark(formula, input.name, 0, text);
  };
  return (
    <Columns>
      <Card>
        {inputs.map((input) => (
          <InputField key={input.name} input={input} text={texts[input.name] ?? ""} onChange={(text) => change(input, text)} />
        ))}
      </Card>
      {first !== undefined && (
        <ResultCard
          label={say(first.label)}
          value={isReadable ? written(first) : "–"}
          lines={[
            ...(first.verdict === undefined ? [] : [{ label: say("means"), value: isReadable ? say(first.verdict) : "–" }]),
            ...others.map((output) => ({ label: say(output.label), value: isReadable ? written(output) : "–" })),
          ]}
        />
      )}
    </Columns>
  );
}

function InputField({ input, text, onChange }: { input: Input; text: string; onChange: (text: string) => void }) {
  const { kind, unit, min = 0, max = 1_000, presets } = input;
  const label = say(input.label);
  const value = valueOf(input, text);
  const error = text.trim() === "" ? undefined : problemOf(input, value);
  if (kind === "day") return <DateField label={label} value={text} onChange={onChange} error={error} />;
  if (kind === "count") {
    return <Stepper label={label} value={value ?? min} min={min} max={max} onChange={(next) => onChange(String(next))} />;
  }
  return (
    <>
      <TextField
        label={label}
        value={text}
        onChange={onChange}
        isNumeric
        unit={kind === "money" ? CURRENCY_SIGN : kind === "percent" ? "%" : unit}
        placeholder="0"
        error={error}
      />
      {presets !== undefined && (
        <View style={styles.presets}>
          {presets.map((preset) => (
            <Chip key={preset} label={formatNumber(preset, "%")} role="button" isChosen={preset === value} onPress={() => onChange(typedNumber(preset))} />
          ))}
        </View>
      )}
    </>
  );
}

function keptText(formula: string, { name, kind, initial }: Input): string {
  const [kept] = readMarks(formula, name);
  return kept?.text ?? (kind === "day" ? typedDay(dayFromToday(initial)) : typedNumber(initial));
}

function valueOf({ kind, unit }: Input, text: string): number | undefined {
  if (kind !== "day") return text.trim() === "" ? 0 : readNumber(text, kind === "percent" ? "%" : unit);
  const day = readDay(text);
  return day === undefined ? undefined : daysBetween(dayFromToday(0), day);
}

function problemOf({ kind, min = 0, max }: Input, value: number | undefined): string | undefined {
  if (kind === "day") return value === undefined ? say("notADay", { text: "", example: typedDay(dayFromToday(0)) }) : value > 0 ? say("notYet") : undefined;
  if (value === undefined) return say("cannotRead", { example: formatNumber(1250.5) });
  if (value < min) return say("atLeast", { min: formatNumber(min) });
  return max !== undefined && value > max ? say("atMost", { max: formatNumber(max) }) : undefined;
}

function written({ kind, value, unit }: Output): string {
  if (!Number.isFinite(value)) return "–";
  return kind === "money" ? formatMoney(value) : formatNumber(value, kind === "percent" ? "%" : unit, 1);
}

const styles = StyleSheet.create({ presets: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s } });
`,
  },
  {
    path: 'lib/arithmetic.ts',
    content: `/** Works out what the keys of a pocket calculator have written: 2+3×4 is 14. undefined: it is no sum yet. */
export function workOut(written: string): number | undefined {
  const parts = written.match(/\\d+(?:\\.\\d*)?|\\.\\d+|[-+×÷]/g) ?? [];
  if (parts.join("") !== written || written === "") return undefined;
  const terms: number[] = [];
  let sign = 1;
  let expectsNumber = true;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    if (expectsNumber && part === "-") sign = -sign;
    else if (expectsNumber) {
      const value = Number(part);
      if (Number.isNaN(value)) return undefined;
      const before = parts[at - 1];
      const last = terms.length - 1;
      if (before === "×") terms[last] = (terms[last] ?? 0) * sign * value;
      else if (before === "÷") terms[last] = (terms[last] ?? 0) / (sign * value);
      else terms.push(sign * value);
      sign = 1;
      expectsNumber = false;
    } else {
      sign = part === "-" ? -1 : 1;
      expectsNumber = true;
    }
  }
  const sum = terms.reduce((all, term) => all + term, 0);
  return expectsNumber || !Number.isFinite(sum) ? undefined : Number(sum.toPrecision(12));
}
`,
  },
  {
    path: 'components/pocket-calculator.tsx',
    content: `import { useState } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { workOut } from "../lib/arithmetic";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { formatNumber } from "../lib/numbers";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";

const KEYS = ["7", "8", "9", "÷", "4", "5", "6", "×", "1", "2", "3", "-", "0", ".", "=", "+"];
const OPERATORS = "÷×-+=";

/** The keys of a pocket calculator, and what was worked out before. */
export function PocketCalculator() {
  const styles = useStyles(createStyles);
  const [written, setWritten] = useState("");
  const earlier = useMarks("sum");
  const result = workOut(written);
  const press = (key: string) => {
    if (key !== "=") setWritten(written + key);
    else if (result !== undefined) {
      addMark("sum", "", result, written);
      setWritten(String(result));
    }
  };
  return (
    <Columns>
      <View style={styles.all}>
        <ResultCard label={written || " "} value={result === undefined ? (written === "" ? "0" : "…") : formatNumber(result, "", 8)} />
        <View style={styles.keys}>
          <Key label="C" name={say("clear")} isStrong onPress={() => setWritten("")} />
          <Key label="⌫" name={say("deleteLast")} isStrong onPress={() => setWritten(written.slice(0, -1))} />
          {KEYS.map((key) => (
            <Key key={key} label={key} name={key} isStrong={OPERATORS.includes(key)} onPress={() => press(key)} />
          ))}
        </View>
      </View>
      <Card heading={say("before")}>
        {earlier.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
        {earlier.slice(0, 8).map((sum) => (
          <View key={sum.id} style={styles.line}>
            <Text style={styles.hint}>{sum.text}</Text>
            <Text style={styles.value}>{"= " + formatNumber(sum.value, "", 8)}</Text>
          </View>
        ))}
        {earlier.length > 0 && <Button label={say("clear")} tone="quiet" onPress={() => earlier.forEach(({ id }) => removeMark(id))} />}
      </Card>
    </Columns>
  );
}

interface KeyProps {
  label: string;
  name: string;
  isStrong: boolean;
  onPress: () => void;
}

function Key({ label, name, isStrong, onPress }: KeyProps) {
  const styles = useStyles(createStyles);
  const isWide = label === "C" || label === "⌫";
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={name}
      onPress={onPress}
      style={({ pressed }) => [styles.key, isWide && styles.wide, isStrong && styles.strong, pressed && styles.pressed]}
    >
      <Text style={[styles.keyText, isStrong && styles.strongText]}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    all: { gap: SPACE.m },
    keys: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    key: {
      flexGrow: 1,
      flexBasis: "22%",
      minHeight: 64,
      alignItems: "center",
      justifyContent: "center",
      borderRadius: RADIUS.m,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    wide: { flexBasis: "46%", minHeight: 52 },
    strong: { backgroundColor: theme.tint },
    pressed: { opacity: 0.6 },
    keyText: { fontSize: 24, fontWeight: "600", color: theme.text },
    strongText: { color: theme.primary },
    line: { minHeight: 32, flexDirection: "row", flexWrap: "wrap", justifyContent: "space-between", gap: SPACE.s },
    hint: { fontSize: 15, color: theme.muted },
    value: { fontSize: 15, fontWeight: "700", color: theme.text },
  });
`,
  },
  {
    path: 'lib/units.ts',
    content: `export type UnitGroup =
  "cooking" | "length" | "weight" | "temperature" | "volume" | "area" | "speed" | "time" | "data" | "energy" | "currency";

export interface Unit {
  /** As it is written. */
  sign: string;
  /** How many of the group's own unit one is: metres, grams, millilitres, seconds … */
  size: number;
  /** What is added after that; for temperatures. */
  offset?: number;
  /** Of cooking: the size is a volume, which weighs what the ingredient does. */
  isVolume?: boolean;
}

const unit = (sign: string, size: number): Unit => ({ sign, size });
const volume = (sign: string, size: number): Unit => ({ sign, size, isVolume: true });

/** Sizes of US and imperial units: https://www.nist.gov/pml/owm/metric-si/unit-conversion. */
export const UNITS: Record<Exclude<UnitGroup, "currency">, readonly Unit[]> = {
  cooking: [
    volume("cup", 236.588),
    unit("g", 1),
    unit("oz", 28.3495),
    volume("ml", 1),
    volume("tbsp", 14.7868),
    volume("tsp", 4.92892),
    volume("fl oz", 29.5735),
    volume("l", 1000),
    unit("lb", 453.592),
    unit("kg", 1000),
  ],
  length: [unit("m", 1), unit("cm", 0.01), unit("mm", 0.001), unit("km", 1000), unit("in", 0.0254), unit("ft", 0.3048), unit("yd", 0.9144), unit("mi", 1609.344)],
  weight: [unit("kg", 1000), unit("g", 1), unit("mg", 0.001), unit("t", 1e6), unit("oz", 28.349523125), unit("lb", 453.59237), unit("st", 6350.29318)],
  temperature: [
    { sign: "°C", size: 1, offset: 0 },
    { sign: "°F", size: 5 / 9, offset: -32 * (5 / 9) },
    { sign: "K", size: 1, offset: -273.15 },
  ],
  volume: [unit("l", 1000), unit("ml", 1), unit("cl", 10), unit("m³", 1e6), unit("fl oz", 29.5735), unit("pt", 473.176), unit("gal", 3785.41)],
  area: [unit("m²", 1), unit("km²", 1e6), unit("ha", 1e4), unit("cm²", 1e-4), unit("ft²", 0.09290304), unit("acre", 4046.8564224)],
  speed: [unit("km/h", 1 / 3.6), unit("m/s", 1), unit("mph", 0.44704), unit("kn", 1852 / 3600)],
  time: [unit("min", 60), unit("s", 1), unit("h", 3600), unit("d", 86_400), unit("wk", 604_800), unit("yr", 31_557_600)],
  data: [unit("MB", 1e6), unit("kB", 1e3), unit("GB", 1e9), unit("TB", 1e12), unit("MiB", 2 ** 20), unit("GiB", 2 ** 30)],
  energy: [unit("kcal", 4184), unit("kJ", 1000), unit("J", 1), unit("kWh", 3.6e6)],
};

/** Grams a millilitre: https://www.kingarthurbaking.com/learn/ingredient-weight-chart. */
export const INGREDIENTS = { water: 1, flour: 0.51, sugar: 0.84, brownSugar: 0.9, butter: 0.96, oil: 0.84, milk: 0.96, honey: 1.42, rice: 0.84, oats: 0.38, cocoa: 0.36, salt: 1.22 } as const;

/** \`density\`: grams a millilitre, where a volume becomes a weight or the other way round. */
export function convert(amount: number, from: Unit, to: Unit, density = 1): number {
  const grams = (one: Unit) => (one.isVolume === true ? density : 1);
  const base = amount * from.size * grams(from) + (from.offset ?? 0);
  return (base - (to.offset ?? 0)) / (to.size * grams(to));
}
`,
  },
  {
    path: 'components/converter.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { readMarks, removeMark, setMark, useMarks } from "../lib/marks";
import { CURRENCY, formatNumber, readNumber, typedNumber } from "../lib/numbers";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { convert, INGREDIENTS, type Unit, type UnitGroup, UNITS } from "../lib/units";
import { say } from "../lib/words";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";
import { ResultCard } from "./result-card";
import { TextField } from "./text-field";

type Ingredient = keyof typeof INGREDIENTS;

const CURRENCIES = ["USD", "EUR", "GBP", "CHF", "JPY", "PLN", "TRY", "BRL", "CNY", "KRW"];
const NAMES = Object.keys(INGREDIENTS) as Ingredient[];

/** Turns an amount from one unit into another, with favourites. */
export function Converter({ groups }: { groups: readonly [UnitGroup, ...UnitGroup[]] }) {
  const styles = useStyles(createStyles);
  const [group, setGroup] = useState<UnitGroup>(groups[0]);
  const rates = useMarks("rate");
  const units = group === "currency" ? CURRENCIES.map((sign) => ({ sign, size: rates.find(({ of }) => of === sign)?.value ?? (sign === CURRENCY ? 1 : 0) })) : UNITS[group];
  const [text, setText] = useState(() => typedNumber(readMarks("convert", "amount")[0]?.value ?? 1));
  const [signs, setSigns] = useState(() => keptSigns(group, units));
  const [ingredient, setIngredient] = useState<Ingredient>("flour");
  const favourites = useMarks("pair").filter(({ text: kept }) => kept === group);
  const [from, to] = signs.map((sign) => units.find((one) => one.sign === sign));
  const amount = readNumber(text, signs[0]);
  const density = group === "cooking" ? INGREDIENTS[ingredient] : 1;
  const choose = (next: readonly [string, string], of = group) => {
    setSigns(next);
    setMark("convert", of, 0, next.join(">"));
  };
  const change = (next: string) => {
    setText(next);
    const value = readNumber(next, signs[0]);
    if (value !== undefined) setMark("convert", "amount", value);
  };
  const chooseGroup = (next: UnitGroup) => {
    setGroup(next);
    choose(next === "currency" ? [CURRENCY, CURRENCY === "EUR" ? "USD" : "EUR"] : [UNITS[next][0]?.sign ?? "", UNITS[next][1]?.sign ?? ""], next);
  };
  const result = amount === undefined || from === undefined || to === undefined ? undefined : convert(amount, from, to, density);
  const pair = signs.join(">");
  const favourite = favourites.find(({ of }) => of === pair);
  const shown = (value: number | undefined, sign: string) => (value === undefined || !Number.isFinite(value) ? "–" : formatNumber(value, sign, value < 1 ? 4 : 2));
  const groupNames = groups.map((one) => say(one));
  const ingredientNames = NAMES.map((one) => say(one));
  return (
    <Columns>
      <Card>
        {groups.length > 1 && (
          <ChipRow label={say("kindOfUnit")} choices={groupNames} chosen={say(group)} onChoose={(name) => chooseGroup(groups[groupNames.indexOf(name)] ?? group)} />
        )}
        <TextField
          label={say("amount")}
          value={text}
          onChange={change}
          isNumeric
          unit={signs[0]}
          error={amount === undefined ? say("cannotRead", { example: formatNumber(1250.5) }) : undefined}
        />
        {group === "cooking" && (
          <ChipRow label={say("ingredient")} choices={ingredientNames} chosen={say(ingredient)} onChoose={(name) => setIngredient(NAMES[ingredientNames.indexOf(name)] ?? "water")} />
        )}
        <Text style={styles.label}>{say("from")}</Text>
        <ChipRow label={say("from")} choices={units.map(({ sign }) => sign)} chosen={signs[0]} onChoose={(sign) => choose([sign, signs[1]])} />
        <View style={styles.row}>
          <Text style={styles.label}>{say("to")}</Text>
          <IconButton icon="swap-vertical" label={say("swap")} onPress={() => choose([signs[1], signs[0]])} />
        </View>
        <ChipRow label={say("to")} choices={units.map(({ sign }) => sign)} chosen={signs[1]} onChoose={(sign) => choose([signs[0], sign])} />
      </Card>
      <ResultCard
        label={shown(amount, signs[0]) + " ="}
        value={shown(result, signs[1])}
        lines={units
          .filter(({ sign }) => !signs.includes(sign))
          .slice(0, 4)
          .map((one) => ({ label: one.sign, value: shown(amount === undefined || from === undefined ? undefined : convert(amount, from, one, density), "") }))}
      />
      <Card
        heading={say("favourites")}
        aside={
          <IconButton
            icon={favourite === undefined ? "heart-outline" : "heart"}
            label={say("favouritePair", { from: signs[0], to: signs[1] })}
            isOn={favourite !== undefined}
            tone={favourite === undefined ? "muted" : "danger"}
            onPress={() => (favourite === undefined ? setMark("pair", pair, 0, group) : removeMark(favourite.id))}
          />
        }
      >
        {favourites.length === 0 && <Text style={styles.hint}>{say("pressHeart")}</Text>}
        <View style={styles.chips}>
          {favourites.map(({ id, of }) => (
            <Chip key={id} label={of.replace(">", " → ")} role="button" isChosen={of === pair} onPress={() => choose(signsOf(of))} />
          ))}
        </View>
      </Card>
      {group === "currency" && <Rates units={units} />}
    </Columns>
  );
}

/** Nobody is asked for rates: the person sets them. */
function Rates({ units }: { units: readonly Unit[] }) {
  const styles = useStyles(createStyles);
  const [texts, setTexts] = useState(() => Object.fromEntries(units.map(({ sign, size }) => [sign, size === 0 ? "" : typedNumber(size)])));
  return (
    <Card heading={say("rates", { currency: CURRENCY })}>
      <Text style={styles.hint}>{say("ratesHint")}</Text>
      {units
        .filter(({ sign }) => sign !== CURRENCY)
        .map(({ sign }) => (
          <TextField
            key={sign}
            label={"1 " + sign}
            value={texts[sign] ?? ""}
            onChange={(text) => {
              setTexts((current) => ({ ...current, [sign]: text }));
              const rate = readNumber(text);
              if (rate !== undefined && rate > 0) setMark("rate", sign, rate);
            }}
            isNumeric
            unit={CURRENCY}
            placeholder="–"
          />
        ))}
    </Card>
  );
}

function keptSigns(group: UnitGroup, units: readonly Unit[]): readonly [string, string] {
  const [kept] = readMarks("convert", group);
  const known = kept === undefined ? undefined : signsOf(kept.text);
  return known ?? [units[0]?.sign ?? "", units[1]?.sign ?? ""];
}

function signsOf(pair: string): readonly [string, string] {
  const [from = "", to = ""] = pair.split(">");
  return [from, to];
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", justifyContent: "space-between" },
    chips: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    label: { fontSize: 14, fontWeight: "600", color: theme.text },
    hint: { fontSize: 14, lineHeight: 20, color: theme.muted },
  });
`,
  },
];
