import { type KindName, KINDS } from "../lib/kinds";
import { fieldOf, useRecords } from "../lib/records";
import { say } from "../lib/words";
import { CountedCard } from "./counted-card";
import { ShareBars } from "./share-bars";

/** How many records each choice has. */
export function SharesCard({ kind }: { kind: KindName }) {
  const records = useRecords(kind);
  const choice = fieldOf(kind, "choice");
  const count = (label: string) => records.filter((record) => choice !== undefined && record[choice.name] === label).length;
  return (
    <CountedCard kind={kind} heading={say("byWhat", { what: KINDS[kind].plural, by: choice?.label ?? "" })}>
      <ShareBars shares={(choice?.choices ?? []).map((label) => ({ label, count: count(label) }))} />
    </CountedCard>
  );
}
