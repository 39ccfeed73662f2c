export type UnitGroup = "cooking" | "length" | "weight" | "temperature" | "volume" | "area" | "speed" | "time" | "data" | "energy" | "currency";

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
  length: [
    unit("m", 1),
    unit("cm", 0.01),
    unit("mm", 0.001),
    unit("km", 1000),
    unit("in", 0.0254),
    unit("ft", 0.3048),
    unit("yd", 0.9144),
    unit("mi", 1609.344),
  ],
  weight: [
    unit("kg", 1000),
    unit("g", 1),
    unit("mg", 0.001),
    unit("t", 1e6),
    unit("oz", 28.349523125),
    unit("lb", 453.59237),
    unit("st", 6350.29318),
  ],
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
export const INGREDIENTS = {
  water: 1,
  flour: 0.51,
  sugar: 0.84,
  brownSugar: 0.9,
  butter: 0.96,
  oil: 0.84,
  milk: 0.96,
  honey: 1.42,
  rice: 0.84,
  oats: 0.38,
  cocoa: 0.36,
  salt: 1.22,
} as const;

/** `density`: grams a millilitre, where a volume becomes a weight or the other way round. */
export function convert(amount: number, from: Unit, to: Unit, density = 1): number {
  const grams = (one: Unit) => (one.isVolume === true ? density : 1);
  const base = amount * from.size * grams(from) + (from.offset ?? 0);
  return (base - (to.offset ?? 0)) / (to.size * grams(to));
}
