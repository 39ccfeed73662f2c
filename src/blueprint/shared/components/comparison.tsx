import { useState } from "react";
import { ScrollView, StyleSheet, Text, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, titleOf, useRecords, valueText } from "../lib/records";
import { SPACE, type Theme, useStyles, useTextScale } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { Row } from "./row";

const MOST = 3;

/** Two or three records side by side; the best figure of a row stands out: the lowest price, the highest number. */
export function Comparison({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const minWidth = 64 * useTextScale();
  const records = useRecords(kind);
  const [ids, setIds] = useState(() => records.slice(0, 2).map(({ id }) => id));
  const chosen = ids.flatMap((id) => records.find((record) => record.id === id) ?? []);
  const toggle = (id: string) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-MOST));
  const fields = KINDS[kind].fields.filter(({ name, type }) => name !== KINDS[kind].title && type !== "longtext");
  return (
    <Columns>
      <Card heading={KINDS[kind].plural}>
        <Row>
          {records.map((record) => (
            <Chip
              key={record.id}
              label={titleOf(kind, record)}
              role="checkbox"
              isChosen={ids.includes(record.id)}
              onPress={() => toggle(record.id)}
            />
          ))}
        </Row>
      </Card>
      <Card>
        <ScrollView horizontal contentContainerStyle={styles.rows}>
          <View style={styles.rows}>
            <View style={styles.row}>
              <Text style={[styles.label, { minWidth }]}>{say("sideBySide")}</Text>
              {chosen.map((record) => (
                <Text key={record.id} style={[styles.head, { minWidth }]}>
                  {titleOf(kind, record)}
                </Text>
              ))}
            </View>
            {fields.map((field) => (
              <View key={field.name} style={styles.row}>
                <Text style={[styles.label, { minWidth }]}>{field.label}</Text>
                {chosen.map((record) => (
                  <Text key={record.id} style={[styles.cell, { minWidth }, isBest(field, record, chosen) && styles.best]}>
                    {(isBest(field, record, chosen) ? "★ " : "") + (valueText(field, record[field.name]) || "–")}
                  </Text>
                ))}
              </View>
            ))}
          </View>
        </ScrollView>
      </Card>
    </Columns>
  );
}

function isBest({ name, type, isYear }: Field, record: AnyRecord, all: readonly AnyRecord[]): boolean {
  if ((type !== "money" && type !== "number") || isYear === true || all.length < 2) return false;
  const values = all.map((one) => Number(one[name]));
  const best = type === "money" ? Math.min(...values) : Math.max(...values);
  return Number(record[name]) === best && values.some((value) => value !== best);
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    rows: { flexGrow: 1 },
    row: {
      flexDirection: "row",
      gap: SPACE.s,
      paddingVertical: SPACE.s,
      borderBottomWidth: StyleSheet.hairlineWidth,
      borderBottomColor: theme.border,
    },
    label: { flex: 1, fontSize: 13, lineHeight: 18, color: theme.muted },
    head: { flex: 1, fontSize: 15, lineHeight: 20, fontWeight: "800", color: theme.text },
    cell: { flex: 1, fontSize: 14, lineHeight: 20, color: theme.text },
    best: { fontWeight: "800", color: theme.primary },
  });
