import { ScrollView, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, useRecords } from "../lib/records";
import { SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { FlagButton, flagOf } from "./flag-button";
import { Heading } from "./heading";
import { PictureCard } from "./picture-card";
import { Press } from "./press";
import { RecordLine } from "./record-row";
import { Row } from "./row";
import { Words } from "./words";

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
  const { plural, nouns, list } = KINDS[kind];
  const nothing = records.length === 0 && <Words>{say("nothingYet")}</Words>;
  const seeAll = list !== undefined && (
    <Press role="link" label={say("seeAllOf", { nouns })} onPress={() => openScreen(list)} style={styles.seeAll}>
      <Text style={styles.seeAllText}>{say("seeAll")}</Text>
    </Press>
  );
  if (isPictured) {
    return (
      <View style={styles.shelf}>
        <Row isApart>
          <Heading look="record">{plural}</Heading>
          {seeAll}
        </Row>
        <ScrollView horizontal showsHorizontalScrollIndicator={false} style={styles.scroll} contentContainerStyle={styles.shelfRow}>
          {records.map((record) => (
            <PictureCard key={record.id} kind={kind} record={record} width={168} />
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
        <RecordLine
          key={record.id}
          kind={kind}
          record={record}
          leading={flagOf(kind) === "done" ? <FlagButton kind={kind} record={record} /> : undefined}
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
    scroll: { marginHorizontal: -SPACE.m },
    shelfRow: { gap: 12, paddingHorizontal: SPACE.m, paddingBottom: SPACE.xs },
  });
