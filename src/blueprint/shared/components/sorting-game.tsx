import { type KindName, KINDS } from "../lib/kinds";
import { fieldOf, recordsOf, titleOf } from "../lib/records";
import { shuffled } from "../lib/scores";
import { say } from "../lib/words";
import { Rounds } from "./rounds";

/** Where does it belong? Each thing goes into one of the places. */
export function SortingGame({ kind, scores }: { kind: KindName; scores?: KindName }) {
  const choice = fieldOf(kind, "choice");
  const deal = (game: number) =>
    shuffled(recordsOf(kind), game + 1)
      .slice(0, 10)
      .map((record) => ({
        id: record.id,
        asked: say("whereGoes", { name: titleOf(kind, record) }),
        right: String(record[choice?.name ?? ""] ?? ""),
        answers: choice?.choices ?? [],
      }));
  return <Rounds title={KINDS[kind].plural} deal={deal} scores={scores} />;
}
