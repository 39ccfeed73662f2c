import type { SourceFile } from '../../../generation/app-files.js';
import table from './units.json' with { type: 'json' };

/** lib/units.ts: what a converter knows. */
export const unitsFile = (): SourceFile => ({
  path: 'lib/units.ts',
  content: `export type UnitGroup = "cooking" | "length" | "weight" | "temperature" | "volume" | "area" | "speed" | "time" | "data" | "energy" | "currency";

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

/** Sizes of US and imperial units: https://www.nist.gov/pml/owm/metric-si/unit-conversion. */
export const UNITS: Record<Exclude<UnitGroup, "currency">, readonly Unit[]> = ${JSON.stringify(table.units)};

/** Grams a millilitre: https://www.kingarthurbaking.com/learn/ingredient-weight-chart. */
export const INGREDIENTS = ${JSON.stringify(table.ingredients)} as const;

/** \`density\`: grams a millilitre, where a volume becomes a weight or the other way round. */
export function convert(amount: number, from: Unit, to: Unit, density = 1): number {
  const grams = (one: Unit) => (one.isVolume === true ? density : 1);
  const base = amount * from.size * grams(from) + (from.offset ?? 0);
  return (base - (to.offset ?? 0)) / (to.size * grams(to));
}
`,
});
