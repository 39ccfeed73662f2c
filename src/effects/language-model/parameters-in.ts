/** Billions of parameters by a model's name (`qwen2.5-coder:7b`, `gemma-3-270m`); null where it does not tell. */
export function parametersIn(name: string): number | null {
  // The whole of a mixture counts, not what of it is active: `30b-a3b` has thirty.
  const [, amount, unit] = /(?:^|[-_:/ ])(?:\d{1,2}x)?(\d{1,4}(?:\.\d{1,3})?)([bm])(?:$|[-_:. ])/i.exec(name) ?? [];
  if (amount === undefined || unit === undefined) return null;
  return unit.toLowerCase() === 'b' ? Number(amount) : Number(amount) / 1000;
}
