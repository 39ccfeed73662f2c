import type { FieldPlan, ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, listOf, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { inSentence, type EntityView } from './entity-view.js';
import { importOf, lines, literal } from './source-text.js';
import { formatted, summaryName } from './summaries-file.js';

/** Everything about one record, with edit and delete. */
export const detailFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const root = rootFrom(screen);
  const list = listOf(stage, view.entity);
  const isPictured = stage.plan.screens.some(
    ({ archetype, entity }) => (archetype === 'catalog' || archetype === 'feed') && entity === view.entity.name,
  );
  const cart = screenOf(stage, 'cart', view.entity);
  const form = screenOf(stage, 'form', view.entity);
  const back = list ? pathOf(list) : '/';
  const noun = inSentence(view).label;
  const { collection, title, flag } = view;
  const rest = view.entity.fields.filter((field) => field !== title);
  const has = (type: FieldPlan['type']): boolean => rest.some((field) => field.type === type);
  const formats = [...(has('money') ? ['formatMoney'] : []), ...(has('number') ? ['formatNumber'] : [])];
  return {
    path: fileOf(screen),
    content: lines(
      `${isPictured ? '' : 'import { Ionicons } from "@expo/vector-icons";\n'}import { ${form ? 'router, ' : ''}useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

${isPictured ? `import { Artwork } from "${root}components/artwork";\n` : ''}import { Button } from "${root}components/button";
import { Card } from "${root}components/card";
import { ConfirmDialog } from "${root}components/confirm-dialog";
import { DetailLine } from "${root}components/detail-line";
import { EmptyState } from "${root}components/empty-state";`,
      form && `import { IconButton } from "${root}components/icon-button";`,
      `import { Screen } from "${root}components/screen";`,
      flag && `import { SwitchRow } from "${root}components/switch-row";`,
      stage.isFinished && `import { showToast } from "${root}components/toast";`,
      cart && `import { addToCart } from "${root}lib/cart";`,
      has('date') && `import { formatDay } from "${root}lib/dates";`,
      formats.length > 0 && importOf(formats, `${root}lib/format`),
      `import { goBack } from "${root}lib/navigation";
import { removeRecord, ${flag ? 'updateRecord, ' : ''}useRecord } from "${root}lib/store";
import { ${summaryName(view)} } from "${root}lib/summaries";
import { RADIUS, SPACE, type Theme, useStyles${isPictured ? '' : ', useTheme'} } from "${root}lib/theme";

export default function ${view.type}DetailScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
${isPictured ? '' : '  const theme = useTheme();\n'}  const styles = useStyles(createStyles);
  const record = useRecord("${collection}", id);
  const [isAsking, setIsAsking] = useState(false);
  if (record === undefined) {
    return (
      <Screen title={${literal(view.label)}} backTo="${back}">
        <EmptyState icon="help-circle-outline" title={${literal(`This ${noun} is gone`)}} hint="It was deleted, or the link is old.">
          <Button label="Back" tone="quiet" onPress={() => goBack("${back}")} />
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen
      title={${literal(view.label)}}
      backTo="${back}"`,
      form &&
        `      actions={
        <IconButton
          icon="create-outline"
          label={${literal(`Edit ${noun}`)}}
          onPress={() => router.push({ pathname: "${pathOf(form)}", params: { id: record.id } })}
        />
      }`,
      `    >
${isPictured ? `      <Artwork text={record.${title.name}} icon=${literal(view.entity.icon)} height={220} radius={RADIUS.l} />\n` : ''}      <Card>
        <View style={styles.top}>
${
  isPictured
    ? ''
    : `          <View style={styles.icon}>
            <Ionicons name=${literal(view.entity.icon)} size={28} color={theme.primary} />
          </View>
`
}          <View style={styles.texts}>
            <Text style={styles.title}>{record.${title.name}}</Text>
            <Text style={styles.subtitle}>{${summaryName(view)}(record).subtitle}</Text>
          </View>
        </View>
      </Card>
      <Card>`,
      ...rest.filter((field) => field.type !== 'longtext').map((field) => fieldLine(view, field)),
      `      </Card>`,
      ...rest.filter(({ type }) => type === 'longtext').map(longText),
      cart &&
        `      <Button
        icon="cart-outline"
        label="Add to cart"
        onPress={() => {
          addToCart(record.id);${stage.isFinished ? `\n          showToast({ message: "Added to the cart" });` : ''}
        }}
      />`,
      `      <Button icon="trash-outline" label={${literal(`Delete ${noun}`)}} tone="danger" onPress={() => setIsAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={${literal(`Delete this ${noun}?`)}}
        message={\`“\${record.${title.name}}” will be gone for good.\`}
        confirmLabel="Delete"
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          goBack("${back}");
          removeRecord("${collection}", record.id);`,
      stage.isFinished && `          showToast({ message: ${literal(`${view.label} deleted`)} });`,
      `        }}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    top: { flexDirection: "row", alignItems: "center", gap: SPACE.m },
${
  isPictured
    ? ''
    : `    icon: {
      width: 56,
      height: 56,
      borderRadius: RADIUS.m,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
`
}    texts: { flex: 1, minWidth: 0, gap: SPACE.xs },
    title: { fontSize: 22, lineHeight: 28, fontWeight: "800", color: theme.text },
    subtitle: { fontSize: 14, color: theme.muted },`,
      has('longtext') && '    long: { fontSize: 16, lineHeight: 24, color: theme.text },',
      `  });
`,
    ),
  };
};

const fieldLine = (view: EntityView, field: FieldPlan): string => {
  const value = `record.${field.name}`;
  if (field.type === 'boolean') {
    return `        <SwitchRow
          label={${literal(field.label)}}
          value={${value}}
          onChange={(isOn) => updateRecord("${view.collection}", record.id, { ${field.name}: isOn })}
        />`;
  }
  return `        <DetailLine label={${literal(field.label)}} value={${shown(field, value)}} />`;
};

const shown = (field: FieldPlan, value: string): string => {
  switch (field.type) {
    case 'money':
    case 'number':
      return formatted(field, value);
    case 'date':
      return `formatDay(${value})`;
    case 'list':
    case 'links':
      return `${value}.join(", ")`;
    case 'text':
    case 'longtext':
    case 'time':
    case 'link':
    case 'choice':
    case 'boolean':
      return value;
  }
};

const longText = (field: FieldPlan): string => `      {record.${field.name} !== "" && (
        <Card heading={${literal(field.label)}}>
          <Text style={styles.long}>{record.${field.name}}</Text>
        </Card>
      )}`;

/** components/detail-line.tsx: a label and its value. */
export const detailLineComponent = (): SourceFile => ({
  path: 'components/detail-line.tsx',
  content: `import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

export function DetailLine({ label, value }: { label: string; value: string }) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.line}>
      <Text style={styles.label}>{label}</Text>
      <Text style={styles.value}>{value === "" ? "–" : value}</Text>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    line: { minHeight: 36, flexDirection: "row", alignItems: "center", justifyContent: "space-between", gap: SPACE.m },
    label: { fontSize: 15, color: theme.muted },
    value: { flexShrink: 1, fontSize: 15, fontWeight: "600", textAlign: "right", color: theme.text },
  });
`,
});
