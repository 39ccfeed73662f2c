import { type KindName, KINDS } from "../lib/kinds";
import { recordsOf } from "../lib/records";
import { useData } from "../lib/store";
import { say } from "../lib/words";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { FlagButton } from "./flag-button";
import { RecordLine } from "./record-row";

/** Everything marked as a favourite, of every kind. */
export function RecordFavourites({ kinds }: { kinds: readonly KindName[] }) {
  useData();
  const groups = kinds.map((kind) => ({ kind, records: recordsOf(kind).filter(({ favourite }) => favourite === true) }));
  if (groups.every(({ records }) => records.length === 0)) {
    return <EmptyState icon="heart-outline" title={say("noFavourites")} hint={say("pressHeart")} />;
  }
  return groups
    .filter(({ records }) => records.length > 0)
    .map(({ kind, records }) => (
      <Card key={kind} heading={KINDS[kind].plural}>
        {records.map((record) => (
          <RecordLine key={record.id} kind={kind} record={record} isDone={false} trailing={<FlagButton kind={kind} record={record} />} />
        ))}
      </Card>
    ));
}
