import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, summaryOf } from "../lib/records";
import { RADIUS, raised, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { Artwork } from "./artwork";
import { Press } from "./press";
import { Words } from "./words";

interface PictureCardProps {
  kind: KindName;
  record: AnyRecord;
  /** A button on the picture. */
  corner?: ReactNode;
  /** A button behind the figure. */
  action?: ReactNode;
  /** Points; absent: its share of the row. */
  width?: number;
}

/** A record as a picture that opens it. */
export function PictureCard({ kind, record, corner, action, width }: PictureCardProps) {
  const styles = useStyles(createStyles);
  const { icon, details } = KINDS[kind];
  const summary = summaryOf(kind, record);
  return (
    <View style={[styles.card, width === undefined ? styles.half : { width }]}>
      <Press
        label={[summary.title, summary.subtitle, summary.value].filter(Boolean).join(", ")}
        disabled={details === undefined}
        onPress={() => details !== undefined && openScreen(details, { id: record.id })}
      >
        <Artwork text={summary.title} icon={icon} height={116} />
        <View style={styles.texts}>
          <Text style={styles.title}>{summary.title}</Text>
          <Words look="small">{summary.subtitle}</Words>
        </View>
      </Press>
      <View style={styles.bottom}>
        <Text style={styles.value}>{summary.value}</Text>
        {action}
      </View>
      {corner !== undefined && <View style={styles.corner}>{corner}</View>}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: { ...raised(theme), borderRadius: RADIUS.m, overflow: "hidden" },
    half: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
    texts: { paddingHorizontal: 12, paddingTop: 12, gap: 2 },
    title: { fontSize: 15, lineHeight: 20, fontWeight: "700", color: theme.text },
    bottom: { minHeight: TOUCH, flexDirection: "row", alignItems: "center", paddingLeft: 12, gap: SPACE.xs },
    value: { flex: 1, minWidth: 0, fontSize: 15, fontWeight: "800", color: theme.primary },
    corner: { position: "absolute", top: SPACE.s, right: SPACE.s, borderRadius: RADIUS.round, backgroundColor: theme.surface },
  });
