import { StyleSheet, Text } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { formatNumber } from "../lib/numbers";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { CENTRED, RADIUS, type Theme, useFitting, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";
import { Press } from "./press";
import { Row } from "./row";

/** Counts up with a press on the figure, and down again. */
export function Counters({ kind, count }: { kind: KindName; count: string }) {
  const styles = useStyles(createStyles);
  const fitting = useFitting(200);
  const unit = KINDS[kind].fields.find(({ name }) => name === count)?.unit;
  return (
    <Columns>
      {useRecords(kind).map((record) => {
        const value = Number(record[count] ?? 0);
        const set = (next: number) => updateRecord(kind, record.id, { [count]: Math.max(0, next) } as never);
        const name = titleOf(kind, record);
        return (
          <Card key={record.id} heading={name}>
            <Row>
              <IconButton icon="remove" label={say("less", { name })} onPress={() => set(value - 1)} />
              <Press label={say("countUp", { name, n: value })} onPress={() => set(value + 1)} style={styles.figure}>
                <Text style={[styles.value, { fontSize: fitting(formatNumber(value, unit), 44) }]}>{formatNumber(value, unit)}</Text>
              </Press>
              <IconButton icon="add" label={say("more", { name })} onPress={() => set(value + 1)} />
            </Row>
            {value > 0 && <IconButton icon="refresh-outline" label={say("resetNamed", { name })} tone="muted" onPress={() => set(0)} />}
          </Card>
        );
      })}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    figure: { flex: 1, minWidth: 0, minHeight: 96, ...CENTRED, borderRadius: RADIUS.m, backgroundColor: theme.tint },
    value: { fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
  });
