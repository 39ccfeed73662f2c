import { type KindName, KINDS } from "./kinds";
import { addNew, ofToday } from "./records";
import { say } from "./words";

/** Keeps a score under the person's name, where the app keeps scores. */
export function keepScore(kind: KindName, points: number, name: string): void {
  const { fields, title } = KINDS[kind];
  const number = fields.find(({ type }) => type === "number" || type === "money")?.name ?? "";
  addNew(kind, { ...ofToday(kind), [title]: name || say("you"), [number]: points });
}

/** In an order of its own for each seed, the same each time. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const rest = [...items];
  let state = (seed * 2_654_435_761 + rest.length) % 4_294_967_296;
  return items.flatMap(() => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return rest.splice(state % rest.length, 1);
  });
}
