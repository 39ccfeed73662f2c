import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { titleOf, useRecords, valueText } from "../lib/records";
import { CENTRED, RADIUS, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Words } from "./words";

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
      {ranked.length === 0 && <Words>{say("nothingYet")}</Words>}
      {ranked.map((record, index) => (
        <View key={record.id} style={styles.row}>
          <View style={[styles.rank, index === 0 && styles.first]}>
            {index === 0 ? <Ionicons name="trophy" size={18} color={theme.onPrimary} /> : <Words look="figure">{index + 1}</Words>}
          </View>
          <Text style={styles.name}>{titleOf(kind, record)}</Text>
          <Words look="figure">{valueText(figure, record[figure.name])}</Words>
        </View>
      ))}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: 12 },
    rank: { width: 36, height: 36, borderRadius: RADIUS.round, ...CENTRED, backgroundColor: theme.tint },
    first: { backgroundColor: theme.primary },
    name: { flex: 1, minWidth: 0, fontSize: 16, fontWeight: "600", color: theme.text },
  });
