import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, openedOf, pathOf, screenOf, type AppStage } from './app-stage.js';
import { entityViews, inSentence } from './entity-view.js';
import { frameOf } from './frame.js';
import { importOf, lines, literal } from './source-text.js';
import { orderName, summaryName } from './summaries-file.js';

/** A month with a dot on each day that has records; below it the records of the chosen day. */
export const calendarFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const dated = entityViews(stage.plan).filter((view) => view.date !== undefined);
  const first = dated.find(({ entity }) => entity.name === screen.entity) ?? dated[0];
  if (!first) throw new Error(`The calendar ${screen.name} needs an entity with a date`);
  const form = screenOf(stage, 'form', first.entity);
  const noun = inSentence(first).label;
  const usesRouter = form !== undefined || frame.usesRouter || dated.some(({ entity }) => openedOf(stage, entity));
  return {
    path: fileOf(screen),
    content: lines(
      usesRouter && `import { router } from "expo-router";`,
      `import { useState } from "react";
import { StyleSheet, Text } from "react-native";
`,
      form && `import { Button } from "${root}components/button";`,
      `import { Card } from "${root}components/card";`,
      frame.imports,
      `import { MonthGrid } from "${root}components/month-grid";
import { RecordRow } from "${root}components/record-row";
import { Screen } from "${root}components/screen";
import { dayFromToday, formatDay } from "${root}lib/dates";
import { useCollection } from "${root}lib/store";`,
      importOf(
        dated.flatMap((view) => [orderName(view), summaryName(view)]),
        `${root}lib/summaries`,
      ),
      `import { SPACE, type Theme, useStyles } from "${root}lib/theme";

export default function CalendarScreen() {
  const styles = useStyles(createStyles);`,
      ...dated.map(({ collection }) => `  const ${collection} = useCollection("${collection}");`),
      `  const marked = [${dated.map(({ collection, date }) => `...${collection}.map((record) => record.${date?.name ?? ''})`).join(', ')}];
  const [day, setDay] = useState(() => dayToOpen(marked));`,
      ...dated.map(
        (view) =>
          `  const ${view.collection}OfDay = ${orderName(view)}(${view.collection}).filter((record) => record.${view.date?.name ?? ''} === day);`,
      ),
      `  const count = ${dated.map(({ collection }) => `${collection}OfDay.length`).join(' + ')};
  return (
    <Screen`,
      frame.attributes({ title: screen.name }),
      `    >
      <Card>
        <MonthGrid
          day={day}
          onChoose={setDay}
          marked={marked}
        />
      </Card>
      <Card heading={formatDay(day)}>
        {count === 0 && <Text style={styles.nothing}>Nothing on this day.</Text>}`,
      ...dated.map((view) => {
        const opened = openedOf(stage, view.entity);
        return lines(
          `        {${view.collection}OfDay.map((record) => (
          <RecordRow
            key={record.id}
            icon=${literal(view.entity.icon)}
            summary={${summaryName(view)}(record)}`,
          view.flag?.name === 'done' && '            isDone={record.done}',
          opened &&
            `            onPress={() => router.push({ pathname: "${pathOf(opened)}", params: { id: record.id } })}`,
          `          />
        ))}`,
        );
      }),
      form &&
        `        <Button
          icon="add"
          label={${literal(`Add ${noun}`)}}
          tone="quiet"
          onPress={() => router.push({ pathname: "${pathOf(form)}", params: { day } })}
        />`,
      `      </Card>
    </Screen>
  );
}

/** Today where it has records, else the next day that has, else the last before it. */
function dayToOpen(marked: readonly string[]): string {
  const today = dayFromToday(0);
  const sorted = [...marked].sort();
  return sorted.find((day) => day >= today) ?? sorted.at(-1) ?? today;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    nothing: { paddingVertical: SPACE.s, fontSize: 15, color: theme.muted },
  });
`,
    ),
  };
};

/** components/month-grid.tsx: a month to choose a day from. */
export const monthGridComponent = (): SourceFile => ({
  path: 'components/month-grid.tsx',
  content: `import { useState } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay, monthName, weeksOf } from "../lib/dates";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { IconButton } from "./icon-button";

interface MonthGridProps {
  /** The chosen day, YYYY-MM-DD. */
  day: string;
  /** Days with a dot; one may be there several times. */
  marked: readonly string[];
  onChoose: (day: string) => void;
}

const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

export function MonthGrid({ day, marked, onChoose }: MonthGridProps) {
  const styles = useStyles(createStyles);
  const [month, setMonth] = useState(day.slice(0, 7));
  const today = dayFromToday(0);
  return (
    <View style={styles.month}>
      <View style={styles.top}>
        <IconButton icon="chevron-back" label="Month before" onPress={() => setMonth(monthAfter(month, -1))} />
        <Text accessibilityRole="header" style={styles.name}>
          {monthName(month)}
        </Text>
        <IconButton icon="chevron-forward" label="Next month" onPress={() => setMonth(monthAfter(month, 1))} />
      </View>
      <View style={styles.week}>
        {WEEKDAYS.map((name) => (
          <Text key={name} style={styles.weekday}>
            {name}
          </Text>
        ))}
      </View>
      {weeksOf(month).map((week) => (
        <View key={week[0]} style={styles.week}>
          {week.map((one) => {
            const count = marked.filter((other) => other === one).length;
            const isChosen = one === day;
            return (
              <Pressable
                key={one}
                accessibilityRole="button"
                accessibilityLabel={\`\${formatDay(one)}: \${count === 1 ? "1 entry" : \`\${count} entries\`}\`}
                accessibilityState={{ selected: isChosen }}
                onPress={() => onChoose(one)}
                style={[styles.day, isChosen && styles.chosen]}
              >
                <Text
                  style={[
                    styles.number,
                    !one.startsWith(month) && styles.outside,
                    one === today && styles.today,
                    isChosen && styles.chosenText,
                  ]}
                >
                  {Number(one.slice(8))}
                </Text>
                <View style={styles.dots}>
                  {Array.from({ length: Math.min(count, 3) }, (_, dot) => (
                    <View key={dot} style={[styles.dot, isChosen && styles.chosenDot]} />
                  ))}
                </View>
              </Pressable>
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
  return \`\${Math.floor(index / 12)}-\${String((index % 12) + 1).padStart(2, "0")}\`;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    month: { gap: SPACE.xs },
    top: { flexDirection: "row", alignItems: "center", justifyContent: "space-between" },
    name: { fontSize: 17, fontWeight: "700", color: theme.text },
    week: { flexDirection: "row" },
    weekday: { flex: 1, textAlign: "center", fontSize: 12, fontWeight: "600", color: theme.muted },
    day: { flex: 1, minHeight: TOUCH, alignItems: "center", justifyContent: "center", gap: 3, borderRadius: RADIUS.s },
    chosen: { backgroundColor: theme.primary },
    number: { fontSize: 15, fontVariant: ["tabular-nums"], color: theme.text },
    outside: { color: theme.muted },
    today: { fontWeight: "800", color: theme.primary },
    chosenText: { fontWeight: "800", color: theme.onPrimary },
    dots: { height: 5, flexDirection: "row", gap: 3 },
    dot: { width: 5, height: 5, borderRadius: RADIUS.round, backgroundColor: theme.primary },
    chosenDot: { backgroundColor: theme.onPrimary },
  });
`,
});
