import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, openedOf, pathOf, screenOf, type AppStage } from './app-stage.js';
import { choicesName, inSentence, type EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { lines, literal } from './source-text.js';
import { orderName, summaryName } from './summaries-file.js';

/** A list with search, a filter for its first choice, an empty state, and delete with a question before it. */
export const listFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const detail = openedOf(stage, view.entity);
  const form = screenOf(stage, 'form', view.entity);
  const { collection, flag, choice, title } = view;
  const choices = choice && choicesName(view, choice);
  const searched = view.entity.fields.filter(({ type }) => type === 'text' || type === 'longtext' || type === 'choice');
  const noun = inSentence(view).label;
  return {
    path: fileOf(screen),
    content: lines(
      (detail ?? form ?? (frame.usesRouter || undefined)) && `import { router } from "expo-router";`,
      `import { useState } from "react";
import { FlatList, StyleSheet, Text, View } from "react-native";
`,
      form && `import { Button } from "${root}components/button";`,
      choices && `import { ChipRow } from "${root}components/chip-row";`,
      `import { ConfirmDialog } from "${root}components/confirm-dialog";
import { EmptyState } from "${root}components/empty-state";
import { IconButton } from "${root}components/icon-button";
import { RecordRow } from "${root}components/record-row";
import { Screen } from "${root}components/screen";
import { SearchField } from "${root}components/search-field";`,
      stage.isFinished && `import { showToast } from "${root}components/toast";`,
      `import { ${choices ? `${choices}, ` : ''}type ${view.type} } from "${root}lib/model";
import { removeRecord, ${flag ? 'updateRecord, ' : ''}useCollection } from "${root}lib/store";
import { ${orderName(view)}, ${summaryName(view)} } from "${root}lib/summaries";
import { RADIUS, SPACE, type Theme, useStyles } from "${root}lib/theme";
`,
      choices && `const FILTERS = ["All", ...${choices}] as const;\n`,
      `export default function ${view.type}ListScreen() {
  const styles = useStyles(createStyles);
  const records = useCollection("${collection}");
  const [search, setSearch] = useState("");`,
      choice && `  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("All");`,
      `  const [doomed, setDoomed] = useState<${view.type}>();`,
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
        keyExtractor={(record) => record.id}
        keyboardShouldPersistTaps="handled"
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
          <View style={styles.row}>
            <RecordRow
              icon=${literal(view.entity.icon)}
              summary={${summaryName(view)}(item)}`,
      flag?.name === 'done' && '              isDone={item.done}',
      flag && flagButton(view),
      detail && `              onPress={() => router.push({ pathname: "${pathOf(detail)}", params: { id: item.id } })}`,
      `              trailing={
                <IconButton
                  icon="trash-outline"
                  label={\`Delete \${item.${title.name}}\`}
                  tone="muted"
                  onPress={() => setDoomed(item)}
                />
              }
            />
          </View>
        )}
      />
      <ConfirmDialog
        isOpen={doomed !== undefined}
        title={${literal(`Delete this ${noun}?`)}}
        message={\`“\${doomed?.${title.name} ?? ""}” will be gone for good.\`}
        confirmLabel="Delete"
        onCancel={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) removeRecord("${collection}", doomed.id);
          setDoomed(undefined);`,
      stage.isFinished && `          showToast({ message: ${literal(`${view.label} deleted`)} });`,
      `        }}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: SPACE.s, paddingTop: SPACE.s, paddingBottom: SPACE.xl },
    tools: { gap: 12, paddingBottom: SPACE.xs },
    count: { paddingHorizontal: SPACE.m, fontSize: 13, color: theme.muted },
    row: {
      marginHorizontal: SPACE.m,
      paddingLeft: 12,
      paddingVertical: SPACE.s,
      borderRadius: RADIUS.m,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
    },
  });
`,
    ),
  };
};

const flagButton = (view: EntityView): string => {
  const { flag, title, collection } = view;
  if (!flag) return '';
  const [on, off] = flag.name === 'done' ? ['checkmark-circle', 'ellipse-outline'] : ['heart', 'heart-outline'];
  return `              leading={
                <IconButton
                  icon={item.${flag.name} ? "${on}" : "${off}"}
                  label={\`\${item.${title.name}}: ${flag.label.toLowerCase()}\`}
                  tone={item.${flag.name} ? "plain" : "muted"}
                  onPress={() => updateRecord("${collection}", item.id, { ${flag.name}: !item.${flag.name} })}
                />
              }`;
};
