import { Pressable, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { formatNumber } from "../lib/numbers";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useFitting, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";

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
            <View style={styles.row}>
              <IconButton icon="remove" label={say("less", { name })} onPress={() => set(value - 1)} />
              <Pressable
                accessibilityRole="button"
                accessibilityLabel={say("countUp", { name, n: value })}
                onPress={() => set(value + 1)}
                style={styles.figure}
              >
                <Text style={[styles.value, { fontSize: fitting(formatNumber(value, unit), 44) }]}>{formatNumber(value, unit)}</Text>
              </Pressable>
              <IconButton icon="add" label={say("more", { name })} onPress={() => set(value + 1)} />
            </View>
            {value > 0 && <IconButton icon="refresh-outline" label={say("resetNamed", { name })} tone="muted" onPress={() => set(0)} />}
          </Card>
        );
      })}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.s },
    figure: {
      flex: 1,
      minWidth: 0,
      minHeight: 96,
      alignItems: "center",
      justifyContent: "center",
      borderRadius: RADIUS.m,
      backgroundColor: theme.tint,
    },
    value: { fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
  });
