import type { FieldPlan, ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, listOf, pathOf, type AppStage } from './app-stage.js';
import { choicesName, entityViews, type EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { importOf, lines, literal } from './source-text.js';
import { formatted } from './summaries-file.js';

/** Rings, totals, the last days and shares: every figure is counted from the store. */
export const dashboardFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const views = entityViews(stage.plan);
  const rings = views.flatMap(ringsOf).slice(0, 3);
  const figures = views.flatMap((view) => summedFields(view).map((field) => ({ view, field })));
  const dated = views.find(({ date }) => date !== undefined);
  const chosen = views.filter(({ choice }) => choice !== undefined).slice(0, 2);
  const links = views.some(({ entity }) => listOf(stage, entity));
  const formats = [
    ...(figures.some(({ field }) => field.type === 'money') ? ['formatMoney'] : []),
    ...(figures.some(({ field }) => field.type === 'number') ? ['formatNumber'] : []),
  ];
  return {
    path: fileOf(screen),
    content: lines(
      (links || frame.usesRouter) && `import { router } from "expo-router";`,
      `import { StyleSheet, View } from "react-native";
`,
      dated && `import { BarChart } from "${root}components/bar-chart";`,
      (dated !== undefined || rings.length > 0 || chosen.length > 0) &&
        `import { Card } from "${root}components/card";`,
      frame.imports,
      rings.length > 0 && `import { Ring } from "${root}components/ring";`,
      `import { Screen } from "${root}components/screen";`,
      chosen.length > 0 && `import { ShareBars } from "${root}components/share-bars";`,
      `import { StatTile } from "${root}components/stat-tile";`,
      dated && `import { dayFromToday, weekday } from "${root}lib/dates";`,
      formats.length > 0 && importOf(formats, `${root}lib/format`),
      chosen.length > 0 &&
        importOf(
          chosen.flatMap((view) => (view.choice ? [choicesName(view, view.choice)] : [])),
          `${root}lib/model`,
        ),
      `import { useCollection } from "${root}lib/store";
import { SPACE } from "${root}lib/theme";

export default function DashboardScreen() {`,
      ...views.map(({ collection }) => `  const ${collection} = useCollection("${collection}");`),
      dated &&
        `  const days = [6, 5, 4, 3, 2, 1, 0].map((ago) => {
    const day = dayFromToday(${dated.isUpcoming ? '6 - ago' : '-ago'});
    const value = ${dated.collection}.filter((record) => record.${dated.date?.name ?? ''} === day).length;
    return { key: day, label: weekday(day), value, text: String(value) };
  });`,
      `  return (
    <Screen`,
      frame.attributes({ title: screen.name }),
      `    >`,
      rings.length > 0 &&
        `      <Card heading="At a glance">\n        <View style={styles.rings}>\n${rings.join('\n')}\n        </View>\n      </Card>`,
      `      <View style={styles.tiles}>`,
      ...views.map((view) => countTile(stage, view)),
      ...figures.map(({ view, field }) => figureTile(view, field)),
      `      </View>`,
      dated &&
        `      <Card heading={${literal(`${dated.entity.plural}, ${dated.isUpcoming ? 'next' : 'last'} 7 days`)}}>\n        <BarChart bars={days} />\n      </Card>`,
      ...chosen.map(shares),
      `    </Screen>
  );
}
`,
      rings.length > 0 &&
        `/** How many in a hundred. */
function percent(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((100 * part) / all);
}
`,
      `const styles = StyleSheet.create({`,
      rings.length > 0 &&
        `  rings: { flexDirection: "row", justifyContent: "space-around", gap: SPACE.s, paddingVertical: SPACE.s },`,
      `  tiles: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.m },
});
`,
    ),
  };
};

const ringsOf = (view: EntityView): readonly string[] => [
  ...(view.flag
    ? [
        `          <Ring label={${literal(`${view.flag.label}: ${view.entity.plural.toLowerCase()}`)}} percent={percent(${view.collection}.filter((record) => record.${view.flag.name}).length, ${view.collection}.length)} />`,
      ]
    : []),
  ...view.entity.fields
    .filter(({ unit }) => unit === '%')
    .slice(0, 1)
    .map(
      (field) =>
        `          <Ring label={${literal(`Average ${field.label.toLowerCase()}`)}} percent={percent(${sum(view, field)} / 100, ${view.collection}.length)} />`,
    ),
];

const summedFields = (view: EntityView): readonly FieldPlan[] =>
  view.entity.fields.filter(
    ({ summary, type, unit }) => summary !== undefined && unit !== '%' && (type === 'money' || type === 'number'),
  );

const sum = (view: EntityView, field: FieldPlan): string =>
  `${view.collection}.reduce((sum, record) => sum + record.${field.name}, 0)`;

const countTile = (stage: AppStage, view: EntityView): string => {
  const list = listOf(stage, view.entity);
  return `        <StatTile
          icon=${literal(view.entity.icon)}
          value={String(${view.collection}.length)}
          label={${literal(view.entity.plural)}}${list ? `\n          onPress={() => router.push("${pathOf(list)}")}` : ''}
        />`;
};

const figureTile = (view: EntityView, field: FieldPlan): string => {
  const value =
    field.summary === 'average' ? `${sum(view, field)} / Math.max(1, ${view.collection}.length)` : sum(view, field);
  const rounded = field.type === 'money' ? value : `Math.round(10 * (${value})) / 10`;
  const label = `${field.summary === 'average' ? 'Average' : 'Total'} ${field.label.toLowerCase()}`.replace(
    'Total total',
    'Total',
  );
  return `        <StatTile
          icon="${field.type === 'money' ? 'cash-outline' : 'trending-up-outline'}"
          value={${formatted(field, rounded)}}
          label={${literal(label)}}
        />`;
};

const shares = (view: EntityView): string | undefined => {
  const { choice } = view;
  return (
    choice &&
    `      <Card heading={${literal(`${view.entity.plural} by ${choice.label.toLowerCase()}`)}}>
        <ShareBars
          shares={${choicesName(view, choice)}.map((label) => ({
            label,
            count: ${view.collection}.filter((record) => record.${choice.name} === label).length,
          }))}
        />
      </Card>`
  );
};

/** components/ring.tsx: a share as a ring, drawn with two half circles. */
export const ringComponent = (): SourceFile => ({
  path: 'components/ring.tsx',
  content: `import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

interface RingProps {
  /** 0 to 100. */
  percent: number;
  label: string;
  /** Points; default 92. */
  size?: number;
  /** Stands in the middle in place of the figure. */
  children?: ReactNode;
}

export function Ring({ percent, label, size = 92, children }: RingProps) {
  const styles = useStyles(createStyles);
  const share = Math.min(100, Math.max(0, percent));
  const width = Math.max(8, Math.round(size / 11));
  const half = { width: size / 2, height: size, overflow: "hidden" as const };
  const circle = { width: size, height: size, borderRadius: size / 2, borderWidth: width };
  const turned = (degrees: number) => ({ transform: [{ rotate: \`\${degrees}deg\` }] });
  return (
    <View accessible accessibilityLabel={\`\${label}: \${Math.round(share)} %\`} style={styles.ring}>
      <View style={{ width: size, height: size }}>
        <View style={[circle, styles.track]} />
        <View style={[styles.half, half, { left: size / 2 }]}>
          <View style={[circle, styles.arc, { marginLeft: -size / 2 }, turned(-135 + Math.min(share, 50) * 3.6)]} />
        </View>
        <View style={[styles.half, half, { left: 0 }]}>
          <View style={[circle, styles.arc, turned(45 + (Math.max(share, 50) - 50) * 3.6)]} />
        </View>
        <View style={styles.middle}>{children ?? <Text style={styles.figure}>{Math.round(share)}%</Text>}</View>
      </View>
      <Text numberOfLines={2} style={styles.label}>
        {label}
      </Text>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    ring: { alignItems: "center", gap: SPACE.s, flexShrink: 1 },
    track: { position: "absolute", borderColor: theme.border },
    half: { position: "absolute", top: 0 },
    arc: {
      borderTopColor: theme.primary,
      borderRightColor: theme.primary,
      borderBottomColor: "transparent",
      borderLeftColor: "transparent",
    },
    middle: { ...StyleSheet.absoluteFillObject, alignItems: "center", justifyContent: "center" },
    figure: { fontSize: 20, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    label: { maxWidth: 120, fontSize: 13, textAlign: "center", color: theme.muted },
  });
`,
});
