import { type KindName, KINDS } from "../lib/kinds";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { EmptyState } from "./empty-state";

/** In place of records that nobody has added yet: the way to the first one. */
export function NoneYet({ kind }: { kind: KindName }) {
  const { icon, nouns } = KINDS[kind];
  return (
    <EmptyState icon={icon} title={say("noneYet", { nouns })} hint={say("addFirst")}>
      <AddButton kind={kind} />
    </EmptyState>
  );
}
