import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, openedOf, pathOf, screenOf, type AppStage } from './app-stage.js';
import { choicesName, inSentence, type EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { lines, literal } from './source-text.js';
import { orderName, summaryName } from './summaries-file.js';

/** Pictures in two columns with search, a filter, hearts, and the way into the cart where there is one. */
export const catalogFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const opened = openedOf(stage, view.entity);
  const form = screenOf(stage, 'form', view.entity);
  const cart = screenOf(stage, 'cart', view.entity);
  const { collection, flag, choice, title } = view;
  const choices = choice && choicesName(view, choice);
  const searched = view.entity.fields.filter(({ type }) => type === 'text' || type === 'longtext' || type === 'choice');
  const noun = inSentence(view).label;
  const isMarked = flag !== undefined;
  return {
    path: fileOf(screen),
    content: lines(
      (opened ?? form ?? (frame.usesRouter || undefined)) && `import { router } from "expo-router";`,
      `import { useState } from "react";
import { FlatList, StyleSheet, Text, View } from "react-native";
`,
      form && `import { Button } from "${root}components/button";`,
      choices && `import { ChipRow } from "${root}components/chip-row";`,
      `import { EmptyState } from "${root}components/empty-state";`,
      (form ?? cart ?? (isMarked || frame.usesRouter || undefined)) &&
        `import { IconButton } from "${root}components/icon-button";`,
      `import { PictureCard } from "${root}components/picture-card";
import { Screen } from "${root}components/screen";
import { SearchField } from "${root}components/search-field";`,
      cart && stage.isFinished && `import { showToast } from "${root}components/toast";`,
      cart && `import { addToCart } from "${root}lib/cart";`,
      choices && `import { ${choices} } from "${root}lib/model";`,
      `import { ${flag ? 'updateRecord, ' : ''}useCollection } from "${root}lib/store";
import { ${orderName(view)}, ${summaryName(view)} } from "${root}lib/summaries";
import { SPACE, type Theme, useStyles } from "${root}lib/theme";
`,
      choices && `const FILTERS = ["All", ...${choices}] as const;\n`,
      `export default function ${view.type}CatalogScreen() {
  const styles = useStyles(createStyles);
  const records = useCollection("${collection}");
  const [search, setSearch] = useState("");`,
      choice && `  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("All");`,
      `  const wanted = search.trim().toLowerCase();
  const shown = ${orderName(view)}(records).filter(
    (record) =>
${choice ? `      (filter === "All" || record.${choice.name} === filter) &&\n` : ''}      [${searched.map((field) => `record.${field.name}`).join(', ')}].join(" ").toLowerCase().includes(wanted),
  );
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
        data={shown}
        numColumns={2}
        keyExtractor={(record) => record.id}
        keyboardShouldPersistTaps="handled"
        columnWrapperStyle={styles.pair}
        contentContainerStyle={styles.list}
        ListHeaderComponent={
          <View style={styles.tools}>
            <SearchField label={${literal(`Search ${inSentence(view).plural}`)}} value={search} onChange={setSearch} />`,
      choice &&
        `            <ChipRow label={${literal(choice.label)}} choices={FILTERS} chosen={filter} onChoose={setFilter} />`,
      `            <Text style={styles.count}>
              {shown.length === records.length ? \`\${records.length} in all\` : \`\${shown.length} of \${records.length}\`}
            </Text>
          </View>
        }
        ListEmptyComponent={
          records.length === 0 ? (
            <EmptyState
              icon=${literal(view.entity.icon)}
              title={${literal(`No ${inSentence(view).plural} yet`)}}
              hint=${form ? `{${literal(`Add the first ${noun} and it shows up here.`)}}` : '"What you add shows up here."'}
            ${form ? `>\n              <Button icon="add" label={${literal(`Add ${noun}`)}} onPress={() => router.push("${pathOf(form)}")} />\n            </EmptyState>` : '/>'}
          ) : (
            <EmptyState icon="search-outline" title="Nothing found" hint="Try another word or another filter." />
          )
        }
        renderItem={({ item }) => (
          <PictureCard
            icon=${literal(view.entity.icon)}
            summary={${summaryName(view)}(item)}`,
      opened && `            onPress={() => router.push({ pathname: "${pathOf(opened)}", params: { id: item.id } })}`,
      flag &&
        `            corner={
              <IconButton
                icon={item.${flag.name} ? "heart" : "heart-outline"}
                label={\`\${item.${title.name}}: ${flag.label.toLowerCase()}\`}
                tone={item.${flag.name} ? "danger" : "muted"}
                onPress={() => updateRecord("${collection}", item.id, { ${flag.name}: !item.${flag.name} })}
              />
            }`,
      cart &&
        `            action={
              <IconButton
                icon="cart-outline"
                label={\`Add \${item.${title.name}} to the cart\`}
                onPress={() => {
                  addToCart(item.id);${stage.isFinished ? `\n                  showToast({ message: "Added to the cart" });` : ''}
                }}
              />
            }`,
      `          />
        )}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: 12, paddingTop: SPACE.s, paddingBottom: SPACE.xl },
    pair: { gap: 12, paddingHorizontal: SPACE.m },
    tools: { gap: 12, paddingBottom: SPACE.xs },
    count: { paddingHorizontal: SPACE.m, fontSize: 13, color: theme.muted },
  });
`,
    ),
  };
};
