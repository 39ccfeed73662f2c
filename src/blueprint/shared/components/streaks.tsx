import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay, weekday } from "../lib/dates";
import type { KindName } from "../lib/kinds";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { titleOf, useRecords } from "../lib/records";
import { longestStreak, streakOf } from "../lib/streaks";
import { CENTRED, RADIUS, SPACE, type Theme, TOUCH, useStyles, useTextScale, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Card } from "./card";
import { Columns } from "./columns";
import { Press } from "./press";
import { Words } from "./words";

const DAYS = [-6, -5, -4, -3, -2, -1, 0];

/** The last seven days to tick, and how long each streak is. */
export function Streaks({ kind }: { kind: KindName }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const minWidth = 34 * useTextScale();
  const ticks = useMarks("tick");
  const today = dayFromToday(0);
  return (
    <>
      <Columns>
        {useRecords(kind).map((record) => {
          const own = ticks.filter(({ of }) => of === record.id);
          const days = own.map(({ text }) => text);
          const toggle = (day: string) => {
            const tick = own.find(({ text }) => text === day);
            if (tick === undefined) addMark("tick", record.id, 1, day);
            else removeMark(tick.id);
          };
          return (
            <Card
              key={record.id}
              heading={titleOf(kind, record)}
              aside={<Words look="figure">{"🔥 " + say("days", { n: streakOf(days, today) })}</Words>}
            >
              <View style={styles.week}>
                {DAYS.map((ago) => {
                  const day = dayFromToday(ago);
                  const isTicked = days.includes(day);
                  return (
                    <Press
                      key={day}
                      role="checkbox"
                      label={titleOf(kind, record) + ", " + formatDay(day)}
                      isChecked={isTicked}
                      onPress={() => toggle(day)}
                      style={[styles.day, { minWidth }]}
                    >
                      <Text style={styles.name}>{weekday(day)}</Text>
                      <View style={[styles.dot, isTicked && styles.ticked]}>
                        {isTicked && <Ionicons name="checkmark" size={18} color={theme.onPrimary} />}
                      </View>
                    </Press>
                  );
                })}
              </View>
              <Words look="small">{say("longest", { days: say("days", { n: longestStreak(days) }) })}</Words>
            </Card>
          );
        })}
      </Columns>
      <AddButton kind={kind} tone="quiet" />
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    week: { flexDirection: "row", flexWrap: "wrap" },
    day: { flexGrow: 1, minHeight: TOUCH + SPACE.l, ...CENTRED, gap: SPACE.xs },
    name: { fontSize: 12, color: theme.muted },
    dot: { width: 32, height: 32, borderRadius: RADIUS.round, ...CENTRED, borderWidth: 2, borderColor: theme.border },
    ticked: { borderColor: theme.primary, backgroundColor: theme.primary },
  });
