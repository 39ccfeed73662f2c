/** Days until a card is asked again, by how often it was known in a row. */
const WAITS = [0, 1, 3, 7, 16, 35, 90];

export type Known = "again" | "good" | "easy";

/** The box a card goes to, and in how many days it is asked again: forgotten, it begins anew. */
export function afterAnswer(box: number, known: Known): { box: number; inDays: number } {
  const next = known === "again" ? 0 : Math.min(WAITS.length - 1, box + (known === "good" ? 1 : 2));
  return { box: next, inDays: WAITS[next] ?? 0 };
}
