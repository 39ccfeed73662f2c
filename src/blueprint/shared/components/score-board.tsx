import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { titleOf, useRecords, valueText } from "../lib/records";
import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";

/** Who has most, the highest first. */
export function ScoreBoard({ kind, count = 20 }: { kind: KindName; count?: number }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const figure = KINDS[kind].fields.find(({ type }) => type === "number" || type === "money");
  const records = useRecords(kind);
  if (figure === undefined) return null;
  const ranked = [...records].sort((a, b) => Number(b[figure.name]) - Number(a[figure.name])).slice(0, count);
  return (
    <Card heading={say("leaderboard")}>
      {ranked.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
      {ranked.map((record, index) => (
        <View key={record.id} style={styles.row}>
          <View style={[styles.rank, index === 0 && styles.first]}>
            {index === 0 ? <Ionicons name="trophy" size={18} color={theme.onPrimary} /> : <Text style={styles.place}>{index + 1}</Text>}
          </View>
          <Text style={styles.name}>{titleOf(kind, record)}</Text>
          <Text style={styles.points}>{valueText(figure, record[figure.name])}</Text>
        </View>
      ))}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: 12 },
    rank: { width: 36, height: 36, borderRadius: RADIUS.round, alignItems: "center", justifyContent: "center", backgroundColor: theme.tint },
    first: { backgroundColor: theme.primary },
    place: { fontSize: 15, fontWeight: "800", color: theme.primary },
    name: { flex: 1, minWidth: 0, fontSize: 16, fontWeight: "600", color: theme.text },
    points: { paddingLeft: SPACE.s, fontSize: 16, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
