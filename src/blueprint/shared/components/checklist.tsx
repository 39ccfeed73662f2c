import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { addRecord, updateRecord } from "../lib/store";
import { RADIUS, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { FlagButton } from "./flag-button";
import { RecordRow } from "./record-row";
import { TextField } from "./text-field";

/** What is open to tick off, what is done below, and a line to add more. */
export function Checklist({ kind, done }: { kind: KindName; done: string }) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const [text, setText] = useState("");
  const { title, noun, icon, details } = KINDS[kind];
  const ticked = records.filter((record) => record[done] === true);
  const add = () => {
    if (text.trim() === "") return;
    addRecord(kind, { ...BLANK[kind], [title]: text.trim() } as never);
    setText("");
  };
  const rows = (isDone: boolean) =>
    records
      .filter((record) => (record[done] === true) === isDone)
      .map((record) => (
        <RecordRow
          key={record.id}
          icon={icon}
          summary={summaryOf(kind, record)}
          isDone={isDone}
          leading={<FlagButton kind={kind} record={record} />}
          onPress={details === undefined ? undefined : () => openScreen(details, { id: record.id })}
        />
      ));
  return (
    <Columns>
      <Card heading={say("countOf", { shown: ticked.length, all: records.length })}>
        <View style={styles.track}>
          <View style={[styles.fill, { width: `${(100 * ticked.length) / Math.max(1, records.length)}%` }]} />
        </View>
        {rows(false)}
        {ticked.length === records.length && <Text style={styles.hint}>{say("allDone")}</Text>}
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

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, backgroundColor: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
