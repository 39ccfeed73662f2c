import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Columns } from "./columns";
import { DrawnMap } from "./drawn-map";
import { RecordRow } from "./record-row";

/** A drawn map whose pins open records; it says that it is no real map. */
export function RecordMap({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const [chosenId, setChosenId] = useState<string>();
  const chosen = records.find(({ id }) => id === chosenId) ?? records[0];
  return (
    <Columns>
      <DrawnMap pins={records.map((record) => ({ id: record.id, label: titleOf(kind, record) }))} chosenId={chosen?.id} onChoose={setChosenId} />
      {chosen !== undefined && (
        <Card>
          <RecordRow
            icon={KINDS[kind].icon}
            summary={summaryOf(kind, chosen)}
            onPress={() => openScreen(KINDS[kind].details ?? "/", { id: chosen.id })}
          />
          <Text style={styles.hint}>{say("drawnMap")}</Text>
        </Card>
      )}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hint: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
