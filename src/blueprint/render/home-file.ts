import type { FieldPlan, SourceFile } from '../../generation/plan.js';
import { daysFromSampleDay } from '../sample-values.js';
import { listOf, openedOf, pathOf, screenOf, type AppStage } from './app-stage.js';
import { choicesName, entityViews, inSentence, type EntityView } from './entity-view.js';
import { importOf, lines, literal } from './source-text.js';
import { formatted, orderName, summaryName } from './summaries-file.js';

/** What the home screen shows besides its figures: the last days, or how many records each choice has. */
export const insightOf = (view: EntityView): 'days' | 'shares' | undefined =>
  hasRecentDays(view) ? 'days' : view.choice ? 'shares' : undefined;

/** A chart of days needs a figure to add up, and records on some of them. */
const hasRecentDays = (view: EntityView): boolean => {
  const { date, entity } = view;
  if (!date || !dayFigure(view)) return false;
  const ages = entity.samples.map((sample) => -daysFromSampleDay(String(sample[date.name])));
  return ages.filter((age) => age >= 0 && age < 7).length >= 3;
};

/** app/(tabs)/index.tsx: the app's name and words, figures from the store, the latest records. */
export const homeFile = (stage: AppStage): SourceFile => {
  const views = entityViews(stage.plan);
  const [first] = views;
  if (!first) throw new Error('An app needs an entity');
  const insight = isPictured(stage, first) ? undefined : insightOf(first);
  const summed = isPictured(stage, first)
    ? undefined
    : first.entity.fields.find(
        (field) => field.summary !== undefined && (field.type === 'money' || field.type === 'number'),
      );
  const shown = views.slice(0, 2);
  const isShelved = isPictured(stage, first);
  return {
    path: 'app/(tabs)/index.tsx',
    content: lines(
      ...imports(stage, first, shown, insight, summed),
      '',
      `export default function HomeScreen() {`,
      `  const theme = useTheme();`,
      `  const styles = useStyles(createStyles);`,
      ...views.map((view) => `  const ${view.collection} = useCollection("${view.collection}");`),
      insight === 'days' && daysCode(first, dayFigure(first)),
      `  return (
    <Screen
      title=${literalProp(stage.plan.name)}${settingsAction(stage)}
    >`,
      heroCode(stage, first),
      isShelved && shelfCode(stage, first),
      '      <View style={styles.tiles}>',
      ...views.map((view) => tileCode(stage, view)),
      summed && totalTile(first, summed),
      '      </View>',
      insight === 'days' &&
        `      <Card heading=${literalProp(daysHeading(first))}>\n        <BarChart bars={days} />\n      </Card>`,
      insight === 'shares' && first.choice && sharesCode(first, first.choice),
      ...shown.filter((view) => !isShelved || view !== first).map((view) => latestCode(stage, view)),
      `    </Screen>
  );
}
`,
      homeStyles(stage, first),
    ),
  };
};

const shownViews = (stage: AppStage): readonly EntityView[] => entityViews(stage.plan).slice(0, 2);

/** Whether the things stand as pictures: the home screen then shows them as such, too. */
const isPictured = (stage: AppStage, view: EntityView): boolean =>
  stage.plan.screens.some(({ archetype, entity }) => archetype === 'catalog' && entity === view.entity.name);

const hasHeroButton = (stage: AppStage, first: EntityView): boolean =>
  (isPictured(stage, first) ? listOf(stage, first.entity) : screenOf(stage, 'form', first.entity)) !== undefined;

const hasPressables = (stage: AppStage, first: EntityView): boolean =>
  hasHeroButton(stage, first) || shownViews(stage).some(({ entity }) => listOf(stage, entity));

const usesRouter = (stage: AppStage): boolean =>
  screenOf(stage, 'settings') !== undefined ||
  entityViews(stage.plan).some(
    ({ entity }) => listOf(stage, entity) ?? openedOf(stage, entity) ?? screenOf(stage, 'form', entity),
  );

const literalProp = (text: string): string => `{${literal(text)}}`;

const imports = (
  stage: AppStage,
  first: EntityView,
  shown: readonly EntityView[],
  insight: 'days' | 'shares' | undefined,
  summed: FieldPlan | undefined,
): readonly (string | false)[] => {
  const figure = insight === 'days' ? dayFigure(first) : undefined;
  const fields = [summed, figure].filter((field) => field !== undefined);
  const formats = [
    ...(fields.some(({ type }) => type === 'money') ? ['formatMoney'] : []),
    ...(fields.some(({ type }) => type === 'number') ? ['formatNumber'] : []),
  ];
  const isPressable = hasPressables(stage, first);
  const hasLinks = usesRouter(stage);
  const isShelved = isPictured(stage, first);
  return [
    `import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";`,
    hasLinks && `import { router } from "expo-router";`,
    importOf(
      [...(isPressable ? ['Pressable'] : []), ...(isShelved ? ['ScrollView'] : []), 'StyleSheet', 'Text', 'View'],
      'react-native',
    ),
    '',
    insight === 'days' && `import { BarChart } from "../../components/bar-chart";`,
    (!isShelved || shown.length > 1 || insight !== undefined) && `import { Card } from "../../components/card";`,
    screenOf(stage, 'settings') !== undefined && `import { IconButton } from "../../components/icon-button";`,
    isShelved && `import { PictureCard } from "../../components/picture-card";`,
    (!isShelved || shown.length > 1) && `import { RecordRow } from "../../components/record-row";`,
    `import { Screen } from "../../components/screen";`,
    insight === 'shares' && `import { ShareBars } from "../../components/share-bars";`,
    `import { StatTile } from "../../components/stat-tile";`,
    insight === 'days' && `import { dayFromToday, weekday } from "../../lib/dates";`,
    formats.length > 0 && importOf(formats, '../../lib/format'),
    insight === 'shares' &&
      first.choice !== undefined &&
      `import { ${choicesName(first, first.choice)} } from "../../lib/model";`,
    `import { useCollection } from "../../lib/store";`,
    importOf(
      shown.flatMap((view) => [orderName(view), summaryName(view)]),
      '../../lib/summaries',
    ),
    `import { RADIUS, SPACE, type Theme, ${isPressable ? 'TOUCH, ' : ''}useStyles, useTheme } from "../../lib/theme";`,
  ];
};

const settingsAction = (stage: AppStage): string => {
  const settings = screenOf(stage, 'settings');
  return settings
    ? `\n      actions={<IconButton icon="settings-outline" label="Settings" tone="muted" onPress={() => router.push("${pathOf(settings)}")} />}`
    : '';
};

const heroCode = (stage: AppStage, view: EntityView): string => {
  const list = listOf(stage, view.entity);
  const form = screenOf(stage, 'form', view.entity);
  const isShelved = isPictured(stage, view);
  const target = isShelved ? list : form;
  const label = isShelved ? `Browse ${inSentence(view).plural}` : `Add ${inSentence(view).label}`;
  return lines(
    `      <LinearGradient colors={theme.hero} start={{ x: 0, y: 0 }} end={{ x: 1, y: 1 }} style={styles.hero}>
        <View style={styles.heroIcon}>
          <Ionicons name=${literal(view.entity.icon)} size={28} color={theme.onHero} />
        </View>
        <Text style={styles.tagline}>${literalProp(stage.plan.tagline)}</Text>`,
    target &&
      `        <Pressable
          accessibilityRole="button"
          accessibilityLabel=${literalProp(label)}
          onPress={() => router.push("${pathOf(target)}")}
          style={({ pressed }) => [styles.heroButton, pressed && styles.pressed]}
        >
          <Ionicons name="${isShelved ? 'arrow-forward' : 'add'}" size={20} color={theme.onHero} />
          <Text style={styles.heroButtonText}>${literalProp(label)}</Text>
        </Pressable>`,
    '      </LinearGradient>',
  );
};

const tileCode = (stage: AppStage, view: EntityView): string => {
  const list = listOf(stage, view.entity);
  return `        <StatTile
          icon=${literal(view.entity.icon)}
          value={String(${view.collection}.length)}
          label=${literalProp(view.entity.plural)}${list ? `\n          onPress={() => router.push("${pathOf(list)}")}` : ''}
        />`;
};

const totalTile = (view: EntityView, field: FieldPlan): string => {
  const sum = `${view.collection}.reduce((sum, record) => sum + record.${field.name}, 0)`;
  const value = field.summary === 'average' ? `${sum} / Math.max(1, ${view.collection}.length)` : sum;
  const rounded = field.type === 'money' ? value : `Math.round(10 * (${value})) / 10`;
  const label =
    field.summary === 'average' ? `Average ${field.label.toLowerCase()}` : `Total ${field.label.toLowerCase()}`;
  return `        <StatTile
          icon="${field.type === 'money' ? 'cash-outline' : 'trending-up-outline'}"
          value={${formatted(field, rounded)}}
          label=${literalProp(label.replace('Total total', 'Total'))}
        />`;
};

const dayFigure = (view: EntityView): FieldPlan | undefined =>
  view.entity.fields.find((field) => field.summary === 'sum' && (field.type === 'money' || field.type === 'number'));

const daysHeading = (view: EntityView): string => `${dayFigure(view)?.label ?? view.entity.plural}, last 7 days`;

const daysCode = (view: EntityView, figure: FieldPlan | undefined): string => {
  const dateName = view.date?.name ?? '';
  const value = figure ? `records.reduce((sum, record) => sum + record.${figure.name}, 0)` : 'records.length';
  const text =
    figure && figure.type === 'money'
      ? 'formatMoney(value).replace(/\\.\\d+$/, "")'
      : figure
        ? 'formatNumber(value)'
        : 'String(value)';
  return `  const days = [6, 5, 4, 3, 2, 1, 0].map((ago) => {
    const day = dayFromToday(-ago);
    const records = ${view.collection}.filter((record) => record.${dateName} === day);
    const value = ${value};
    return { key: day, label: weekday(day), value, text: ${text} };
  });`;
};

const sharesCode = (
  view: EntityView,
  choice: FieldPlan,
): string => `      <Card heading=${literalProp(`${view.entity.plural} by ${choice.label.toLowerCase()}`)}>
        <ShareBars
          shares={${choicesName(view, choice)}.map((label) => ({
            label,
            count: ${view.collection}.filter((record) => record.${choice.name} === label).length,
          }))}
        />
      </Card>`;

const latestCode = (stage: AppStage, view: EntityView): string => {
  const list = listOf(stage, view.entity);
  const detail = openedOf(stage, view.entity);
  const heading = view.isUpcoming ? `Upcoming ${inSentence(view).plural}` : `Latest ${inSentence(view).plural}`;
  return lines(
    `      <Card
        heading=${literalProp(heading)}`,
    list && `        aside={\n${seeAll(view, pathOf(list), '          ')}\n        }`,
    `      >
        {${view.collection}.length === 0 && <Text style={styles.nothing}>Nothing here yet.</Text>}
        {${orderName(view)}(${view.collection})
          .slice(0, ${view.entity === stage.plan.entities[0] ? 4 : 3})
          .map((record) => (
            <RecordRow
              key={record.id}
              icon=${literal(view.entity.icon)}
              summary={${summaryName(view)}(record)}`,
    view.flag?.name === 'done' && '              isDone={record.done}',
    detail && `              onPress={() => router.push({ pathname: "${pathOf(detail)}", params: { id: record.id } })}`,
    `            />
          ))}
      </Card>`,
  );
};

const shelfCode = (stage: AppStage, view: EntityView): string => {
  const list = listOf(stage, view.entity);
  const opened = openedOf(stage, view.entity);
  return lines(
    `      <View style={styles.shelfTop}>
        <Text accessibilityRole="header" style={styles.shelfTitle}>
          ${literalProp(view.entity.plural)}
        </Text>`,
    list && seeAll(view, pathOf(list), '        '),
    `      </View>
      <ScrollView
        horizontal
        showsHorizontalScrollIndicator={false}
        style={styles.shelf}
        contentContainerStyle={styles.shelfRow}
      >
        {${orderName(view)}(${view.collection})
          .slice(0, 6)
          .map((record) => (
            <PictureCard
              key={record.id}
              width={164}
              icon=${literal(view.entity.icon)}
              summary={${summaryName(view)}(record)}`,
    opened && `              onPress={() => router.push({ pathname: "${pathOf(opened)}", params: { id: record.id } })}`,
    `            />
          ))}
      </ScrollView>
      {${view.collection}.length === 0 && <Text style={styles.nothing}>Nothing here yet.</Text>}`,
  );
};

const seeAll = (view: EntityView, path: string, indent: string): string =>
  `<Pressable
  accessibilityRole="link"
  accessibilityLabel=${literalProp(`See all ${inSentence(view).plural}`)}
  onPress={() => router.push("${path}")}
  style={styles.seeAll}
>
  <Text style={styles.seeAllText}>See all</Text>
</Pressable>`
    .split('\n')
    .map((line) => indent + line)
    .join('\n');

const homeStyles = (stage: AppStage, first: EntityView): string => {
  const hasSeeAll = shownViews(stage).some(({ entity }) => listOf(stage, entity));
  return lines(
    `const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hero: { borderRadius: RADIUS.l, padding: SPACE.l, gap: SPACE.m, alignItems: "flex-start" },
    heroIcon: {
      width: 52,
      height: 52,
      borderRadius: RADIUS.m,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: "rgba(255, 255, 255, 0.16)",
    },
    tagline: { alignSelf: "stretch", fontSize: 20, lineHeight: 28, fontWeight: "700", color: theme.onHero },`,
    hasHeroButton(stage, first) &&
      `    heroButton: {
      minHeight: TOUCH,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.xs,
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.onHero,
    },
    heroButtonText: { fontSize: 15, fontWeight: "700", color: theme.onHero },
    pressed: { opacity: 0.7 },`,
    `    tiles: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.m },`,
    hasSeeAll &&
      `    seeAll: { minHeight: TOUCH, marginVertical: -SPACE.s, justifyContent: "center", paddingLeft: SPACE.s },
    seeAllText: { fontSize: 14, fontWeight: "700", color: theme.primary },`,
    isPictured(stage, first) &&
      `    shelfTop: { flexDirection: "row", alignItems: "center", justifyContent: "space-between", minHeight: 28 },
    shelfTitle: { fontSize: 20, fontWeight: "800", color: theme.text },
    shelf: { marginHorizontal: -SPACE.m },
    shelfRow: { gap: 12, paddingHorizontal: SPACE.m, paddingBottom: SPACE.xs },`,
    `    nothing: { paddingVertical: SPACE.s, fontSize: 15, color: theme.muted },
  });
`,
  );
};
