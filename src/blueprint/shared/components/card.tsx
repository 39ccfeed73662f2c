import type { ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { RADIUS, raised, SPACE, type Theme, useStyles } from "../lib/theme";
import { Heading } from "./heading";

interface CardProps {
  heading?: string;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A raised surface with an optional heading. */
export function Card({ heading, aside, children }: CardProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.card}>
      {heading !== undefined && (
        <View style={styles.top}>
          <Heading level={2} style={styles.heading}>
            {heading}
          </Heading>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: {
      ...raised(theme),
      borderRadius: RADIUS.m,
      padding: SPACE.m,
      gap: SPACE.s,
    },
    top: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: SPACE.s, minHeight: 28 },
    heading: { flexShrink: 1, fontSize: 17, fontWeight: "700", color: theme.text },
  });
