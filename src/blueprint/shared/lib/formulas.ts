import type { Phrase } from "./words";

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
      return [
        money("sum", litres * price),
        { label: "fuel", value: litres, kind: "number", unit: "l" },
        money("perPerson", (litres * price) / people),
      ];
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
