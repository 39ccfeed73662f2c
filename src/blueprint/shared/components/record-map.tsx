import { useState } from "react";

import type { KindName } from "../lib/kinds";
import { inOrder, titleOf, useRecords } from "../lib/records";
import { say } from "../lib/words";
import { Card } from "./card";
import { Columns } from "./columns";
import { DrawnMap } from "./drawn-map";
import { RecordLine } from "./record-row";
import { Words } from "./words";

/** A drawn map whose pins open records; it says that it is no real map. */
export function RecordMap({ kind }: { kind: KindName }) {
  const records = inOrder(kind, useRecords(kind));
  const [chosenId, setChosenId] = useState<string>();
  const chosen = records.find(({ id }) => id === chosenId) ?? records[0];
  return (
    <Columns>
      <DrawnMap pins={records.map((record) => ({ id: record.id, label: titleOf(kind, record) }))} chosenId={chosen?.id} onChoose={setChosenId} />
      {chosen !== undefined && (
        <Card>
          <RecordLine kind={kind} record={chosen} />
          <Words look="small">{say("drawnMap")}</Words>
        </Card>
      )}
    </Columns>
  );
}
