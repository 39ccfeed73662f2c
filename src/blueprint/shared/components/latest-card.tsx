import { Pressable, ScrollView, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { FlagButton, flagOf } from "./flag-button";
import { Heading } from "./heading";
import { PictureCard } from "./picture-card";
import { RecordRow } from "./record-row";

interface LatestCardProps {
  kind: KindName;
  count: number;
  /** Shows them as pictures side by side. */
  isPictured?: boolean;
}

/** The first records of a kind, and the way to all of them. */
export function LatestCard({ kind, count, isPictured = false }: LatestCardProps) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind)).slice(0, count);
  const { plural, nouns, icon, details, list } = KINDS[kind];
  const nothing = records.length === 0 && <Text style={styles.nothing}>{say("nothingYet")}</Text>;
  const open = (id: string) => (details === undefined ? undefined : () => openScreen(details, { id }));
  const seeAll = list !== undefined && (
    <Pressable accessibilityRole="link" accessibilityLabel={say("seeAllOf", { nouns })} onPress={() => openScreen(list)} style={styles.seeAll}>
      <Text style={styles.seeAllText}>{say("seeAll")}</Text>
    </Pressable>
  );
  if (isPictured) {
    return (
      <View style={styles.shelf}>
        <View style={styles.shelfTop}>
          <Heading level={2} style={styles.shelfTitle}>
            {plural}
          </Heading>
          {seeAll}
        </View>
        <ScrollView horizontal showsHorizontalScrollIndicator={false} style={styles.scroll} contentContainerStyle={styles.shelfRow}>
          {records.map((record) => (
            <PictureCard key={record.id} width={168} icon={icon} summary={summaryOf(kind, record)} onPress={open(record.id)} />
          ))}
        </ScrollView>
        {nothing}
      </View>
    );
  }
  return (
    <Card heading={plural} aside={seeAll}>
      {nothing}
      {records.map((record) => (
        <RecordRow
          key={record.id}
          icon={icon}
          summary={summaryOf(kind, record)}
          isDone={record.done === true}
          leading={flagOf(kind) === "done" ? <FlagButton kind={kind} record={record} /> : undefined}
          onPress={open(record.id)}
        />
      ))}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    seeAll: { minHeight: TOUCH, minWidth: TOUCH, marginVertical: -SPACE.s, justifyContent: "center", alignItems: "flex-end", paddingLeft: SPACE.s },
    seeAllText: { fontSize: 14, fontWeight: "700", color: theme.primary },
    shelf: { gap: SPACE.s },
    shelfTop: { flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.s, minHeight: 28 },
    shelfTitle: { flexShrink: 1, fontSize: 20, fontWeight: "800", color: theme.text },
    scroll: { marginHorizontal: -SPACE.m },
    shelfRow: { gap: 12, paddingHorizontal: SPACE.m, paddingBottom: SPACE.xs },
    nothing: { paddingVertical: SPACE.s, fontSize: 15, color: theme.muted },
  });
