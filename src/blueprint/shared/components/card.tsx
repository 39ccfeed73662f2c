import type { ReactNode } from "react";
import { StyleSheet, View } from "react-native";

import { RADIUS, raised, SPACE, type Theme, useStyles } from "../lib/theme";
import { Heading } from "./heading";
import { Row } from "./row";

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
        <Row isApart style={styles.top}>
          <Heading>{heading}</Heading>
          {aside}
        </Row>
      )}
      {children}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: { ...raised(theme), borderRadius: RADIUS.m, padding: SPACE.m, gap: SPACE.s },
    top: { flexWrap: "wrap", minHeight: 28 },
  });
