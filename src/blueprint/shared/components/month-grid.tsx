import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay, monthName, weekday, weeksOf } from "../lib/dates";
import { CENTRED, RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";
import { Press } from "./press";
import { Row } from "./row";

interface MonthGridProps {
  /** The chosen day, YYYY-MM-DD. */
  day: string;
  /** Days with a dot; one may be there several times. */
  marked: readonly string[];
  onChoose: (day: string) => void;
}

export function MonthGrid({ day, marked, onChoose }: MonthGridProps) {
  const styles = useStyles(createStyles);
  const [month, setMonth] = useState(day.slice(0, 7));
  const today = dayFromToday(0);
  return (
    <View style={styles.month}>
      <Row isApart>
        <IconButton icon="chevron-back" label={say("monthBefore")} onPress={() => setMonth(monthAfter(month, -1))} />
        <Heading>{monthName(month)}</Heading>
        <IconButton icon="chevron-forward" label={say("nextMonth")} onPress={() => setMonth(monthAfter(month, 1))} />
      </Row>
      <View style={styles.week}>
        {(weeksOf(month)[0] ?? []).map((one) => (
          <Text key={one} style={styles.weekday}>
            {weekday(one)}
          </Text>
        ))}
      </View>
      {weeksOf(month).map((week) => (
        <View key={week[0]} style={styles.week}>
          {week.map((one) => {
            const count = marked.filter((other) => other === one).length;
            const isChosen = one === day;
            return (
              <Press
                key={one}
                label={formatDay(one) + ": " + say("entries", { n: count })}
                accessibilityState={{ selected: isChosen }}
                onPress={() => onChoose(one)}
                style={[styles.day, isChosen && styles.chosen]}
              >
                <Text style={[styles.number, !one.startsWith(month) && styles.outside, one === today && styles.today, isChosen && styles.chosenText]}>
                  {Number(one.slice(8))}
                </Text>
                <View style={styles.dots}>
                  {Array.from({ length: Math.min(count, 3) }, (_, dot) => (
                    <View key={dot} style={[styles.dot, isChosen && styles.chosenDot]} />
                  ))}
                </View>
              </Press>
            );
          })}
        </View>
      ))}
    </View>
  );
}

function monthAfter(month: string, months: number): string {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  const index = year * 12 + number - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    month: { gap: SPACE.xs },
    week: { flexDirection: "row" },
    weekday: { flex: 1, textAlign: "center", fontSize: 12, fontWeight: "600", color: theme.muted },
    day: { flex: 1, minHeight: TOUCH, ...CENTRED, gap: 3, borderRadius: RADIUS.s },
    chosen: { backgroundColor: theme.primary },
    number: { fontSize: 15, fontVariant: ["tabular-nums"], color: theme.text },
    outside: { color: theme.muted },
    today: { fontWeight: "800", color: theme.primary },
    chosenText: { fontWeight: "800", color: theme.onPrimary },
    dots: { height: 5, flexDirection: "row", gap: 3 },
    dot: { width: 5, height: 5, borderRadius: RADIUS.round, backgroundColor: theme.primary },
    chosenDot: { backgroundColor: theme.onPrimary },
  });
