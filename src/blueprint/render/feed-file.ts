import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, openedOf, pathOf, screenOf, type AppStage } from './app-stage.js';
import { inSentence, type EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { lines, literal } from './source-text.js';
import { orderName, summaryName } from './summaries-file.js';

/** Posts one below the other: who, when, a picture, the words, and a like that counts. */
export const feedFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const opened = openedOf(stage, view.entity);
  const form = screenOf(stage, 'form', view.entity);
  const { collection, title, flag } = view;
  const { fields } = view.entity;
  const author = fields.find((field) => field.type === 'text' && field !== title);
  const body = fields.find(({ type }) => type === 'longtext');
  const likes = fields.find(({ name, type }) => type === 'number' && /like|vote|clap/i.test(name));
  const noun = inSentence(view).label;
  const who = author ? `item.${author.name} === "" ? "You" : item.${author.name}` : `item.${title.name}`;
  const changes = [
    flag && `${flag.name}: !item.${flag.name}`,
    flag && likes && `${likes.name}: item.${likes.name} + (item.${flag.name} ? -1 : 1)`,
  ];
  return {
    path: fileOf(screen),
    content: lines(
      (opened ?? form ?? (frame.usesRouter || undefined)) && `import { router } from "expo-router";`,
      `import { FlatList, Pressable, StyleSheet, Text, View } from "react-native";

import { Artwork } from "${root}components/artwork";
import { Avatar } from "${root}components/avatar";`,
      form && `import { Button } from "${root}components/button";`,
      `import { EmptyState } from "${root}components/empty-state";`,
      (flag ?? form ?? (frame.usesRouter || undefined)) &&
        `import { IconButton } from "${root}components/icon-button";`,
      `import { Screen } from "${root}components/screen";
import { ${flag ? 'updateRecord, ' : ''}useCollection } from "${root}lib/store";
import { ${orderName(view)}, ${summaryName(view)} } from "${root}lib/summaries";
import { RADIUS, SPACE, type Theme, useStyles } from "${root}lib/theme";

export default function ${view.type}FeedScreen() {
  const styles = useStyles(createStyles);
  const records = useCollection("${collection}");
  return (
    <Screen`,
      frame.attributes({
        title: view.entity.plural,
        scrolls: false,
        ...(form && {
          action: `          <IconButton icon="add" label={${literal(`Add ${noun}`)}} tone="primary" onPress={() => router.push("${pathOf(form)}")} />`,
        }),
      }),
      `    >
      <FlatList
        data={${orderName(view)}(records)}
        keyExtractor={(record) => record.id}
        contentContainerStyle={styles.list}
        ListEmptyComponent={
          <EmptyState
            icon=${literal(view.entity.icon)}
            title={${literal(`No ${inSentence(view).plural} yet`)}}
            hint="Share the first one: it shows up here."
          ${form ? `>\n            <Button icon="add" label={${literal(`Add ${noun}`)}} onPress={() => router.push("${pathOf(form)}")} />\n          </EmptyState>` : '/>'}
        }
        renderItem={({ item }) => (
          <View style={styles.post}>
            <View style={styles.top}>
              <Avatar name={${who}} />
              <View style={styles.texts}>
                <Text numberOfLines={1} style={styles.author}>
                  {${who}}
                </Text>
                <Text numberOfLines={1} style={styles.muted}>
                  {${summaryName(view)}(item).subtitle}
                </Text>
              </View>
            </View>
            <Pressable
              accessibilityRole="button"
              accessibilityLabel={item.${title.name}}
              disabled={${opened ? 'false' : 'true'}}`,
      opened && `              onPress={() => router.push({ pathname: "${pathOf(opened)}", params: { id: item.id } })}`,
      `              style={({ pressed }) => [styles.open, pressed && styles.pressed]}
            >
              <Artwork text={item.${title.name}} icon=${literal(view.entity.icon)} height={180} radius={RADIUS.m} />
              <Text style={styles.title}>{item.${title.name}}</Text>`,
      body &&
        `              {item.${body.name} !== "" && (\n                <Text numberOfLines={3} style={styles.body}>\n                  {item.${body.name}}\n                </Text>\n              )}`,
      `            </Pressable>`,
      flag &&
        `            <View style={styles.likes}>
              <IconButton
                icon={item.${flag.name} ? "heart" : "heart-outline"}
                label={\`\${item.${title.name}}: ${flag.label.toLowerCase()}\`}
                tone={item.${flag.name} ? "danger" : "muted"}
                onPress={() => updateRecord("${collection}", item.id, { ${changes.filter(Boolean).join(', ')} })}
              />${likes ? `\n              <Text style={styles.muted}>{item.${likes.name} === 1 ? "1 like" : \`\${item.${likes.name}} likes\`}</Text>` : ''}
            </View>`,
      `          </View>
        )}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: SPACE.m, padding: SPACE.m, paddingTop: SPACE.s, paddingBottom: SPACE.xl },
    post: {
      padding: 12,
      gap: 12,
      borderRadius: RADIUS.l,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
    },
    top: { flexDirection: "row", alignItems: "center", gap: 12 },
    texts: { flex: 1, minWidth: 0 },
    author: { fontSize: 15, fontWeight: "700", color: theme.text },
    muted: { fontSize: 13, color: theme.muted },
    open: { gap: 10 },
    pressed: { opacity: 0.75 },
    title: { fontSize: 18, fontWeight: "700", color: theme.text },${body ? '\n    body: { fontSize: 15, lineHeight: 22, color: theme.muted },' : ''}${flag ? '\n    likes: { flexDirection: "row", alignItems: "center", marginLeft: -SPACE.s },' : ''}
  });
`,
    ),
  };
};
