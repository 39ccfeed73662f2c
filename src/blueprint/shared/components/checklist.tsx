import { useState } from "react";

import { type KindName, KINDS } from "../lib/kinds";
import { addNew, inOrder, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { FlagButton } from "./flag-button";
import { ProgressBar } from "./progress-bar";
import { RecordLine } from "./record-row";
import { TextField } from "./text-field";
import { Words } from "./words";

/** What is open to tick off, what is done below, and a line to add more. */
export function Checklist({ kind, done }: { kind: KindName; done: string }) {
  const records = inOrder(kind, useRecords(kind));
  const [text, setText] = useState("");
  const { title, noun } = KINDS[kind];
  const ticked = records.filter((record) => record[done] === true);
  const add = () => {
    if (text.trim() === "") return;
    addNew(kind, { [title]: text.trim() });
    setText("");
  };
  const rows = (isDone: boolean) =>
    records
      .filter((record) => (record[done] === true) === isDone)
      .map((record) => (
        <RecordLine key={record.id} kind={kind} record={record} isDone={isDone} leading={<FlagButton kind={kind} record={record} />} />
      ));
  return (
    <Columns>
      <Card heading={say("countOf", { shown: ticked.length, all: records.length })}>
        <ProgressBar percent={(100 * ticked.length) / Math.max(1, records.length)} />
        {rows(false)}
        {ticked.length === records.length && <Words>{say(records.length === 0 ? "nothingYet" : "allDone")}</Words>}
        <TextField label={say("add", { noun })} value={text} onChange={setText} onSubmit={add} />
        <Button icon="add" label={say("addLine")} tone="quiet" onPress={add} />
      </Card>
      {ticked.length > 0 && (
        <Card heading={say("finished")}>
          {rows(true)}
          <Button
            label={say("untickAll")}
            tone="quiet"
            onPress={() => ticked.forEach(({ id }) => updateRecord(kind, id, { [done]: false } as never))}
          />
        </Card>
      )}
    </Columns>
  );
}
