import type { FieldPlan, ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, listOf, pathOf, rootFrom, type AppStage } from './app-stage.js';
import { choicesName, inSentence, type EntityView } from './entity-view.js';
import { importOf, lines, literal } from './source-text.js';

/** Adds a record, or edits the one whose id stands in the address; says what is wrong beside each field. */
export const formFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const root = rootFrom(screen);
  const list = listOf(stage, view.entity);
  const back = list ? pathOf(list) : '/';
  const { collection, type } = view;
  const { fields } = view.entity;
  const has = (...types: readonly FieldPlan['type'][]): boolean => fields.some((field) => types.includes(field.type));
  const choices = fields.filter((field) => field.type === 'choice');
  const noun = inSentence(view).label;
  return {
    path: fileOf(screen),
    content: lines(
      `import { useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { KeyboardAvoidingView, Platform, StyleSheet } from "react-native";

import { Button } from "${root}components/button";`,
      choices.length > 0 && `import { ChoiceField } from "${root}components/choice-field";`,
      has('date') && `import { DateField } from "${root}components/date-field";`,
      `import { Screen } from "${root}components/screen";`,
      has('boolean') && `import { SwitchRow } from "${root}components/switch-row";`,
      `import { TextField } from "${root}components/text-field";`,
      stage.isFinished && `import { showToast } from "${root}components/toast";`,
      has('date') && `import { dayFromToday, isDay } from "${root}lib/dates";`,
      importOf(['BLANK', ...choices.map((field) => choicesName(view, field)), `type ${type}`], `${root}lib/model`),
      `import { goBack } from "${root}lib/navigation";
import { addRecord, updateRecord, useRecord } from "${root}lib/store";

/** What stands in the fields: figures as typed. */
interface Values {
${fields.map((field) => `  ${field.name}: ${valueType(view, field)};`).join('\n')}
}

type Problems = Partial<Record<keyof Values, string>>;

export default function ${type}FormScreen() {
  const { id${has('date') ? ', day' : ''} } = useLocalSearchParams<{ id?: string${has('date') ? '; day?: string' : ''} }>();
  const existing = useRecord("${collection}", id);
  const [values, setValues] = useState(() => valuesOf(existing${has('date') ? ', day' : ''}));
  const [problems, setProblems] = useState<Problems>({});
  const change = (changes: Partial<Values>) => {
    setValues((current) => ({ ...current, ...changes }));
    setProblems({});
  };
  const save = () => {
    const found = problemsOf(values);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const draft = {
${fields.map((field) => `      ${field.name}: ${draftValue(field)},`).join('\n')}
    };
    if (existing === undefined) addRecord("${collection}", draft);
    else updateRecord("${collection}", existing.id, draft);`,
      stage.isFinished && `    showToast({ message: ${literal(`${view.label} saved`)} });`,
      `    goBack("${back}");
  };
  return (
    <KeyboardAvoidingView behavior={Platform.OS === "ios" ? "padding" : undefined} style={styles.fill}>
      <Screen title={existing === undefined ? ${literal(`New ${noun}`)} : ${literal(`Edit ${noun}`)}} backTo="${back}">
${fields.map((field) => fieldCode(view, field)).join('\n')}
        <Button icon="checkmark" label="Save" onPress={save} />
        <Button label="Cancel" tone="quiet" onPress={() => goBack("${back}")} />
      </Screen>
    </KeyboardAvoidingView>
  );
}

function valuesOf(record: ${type} | undefined${has('date') ? ', day = dayFromToday(0)' : ''}): Values {
  const from = record ?? { ...BLANK.${collection}${blankDates(fields)} };
  return {
${fields.map((field) => `    ${field.name}: ${isFigure(field) ? `from.${field.name} === 0 ? "" : String(from.${field.name})` : `from.${field.name}${isSeveral(field) ? '.join(",")' : ''}`},`).join('\n')}
  };
}

function problemsOf(values: Values): Problems {
  const problems: Problems = {};
${fields.flatMap(checks).join('\n')}
  return problems;
}
`,
      has('number', 'money') &&
        `/** A figure as typed, with a comma or a point; an empty field is 0. */
function figureOf(text: string): number {
  return Number(text.trim().replace(",", "."));
}
`,
      `const styles = StyleSheet.create({ fill: { flex: 1 } });
`,
    ),
  };
};

const isFigure = (field: FieldPlan): boolean => field.type === 'number' || field.type === 'money';

const valueType = (view: EntityView, field: FieldPlan): string => {
  if (field.type === 'choice') return `${view.type}["${field.name}"]`;
  return field.type === 'boolean' ? 'boolean' : 'string';
};

const isSeveral = ({ type }: FieldPlan): boolean => type === 'list' || type === 'links';

const draftValue = (field: FieldPlan): string => {
  if (isSeveral(field)) return `values.${field.name}.split(",")`;
  if (isFigure(field)) return `figureOf(values.${field.name})`;
  return field.type === 'text' || field.type === 'longtext' ? `values.${field.name}.trim()` : `values.${field.name}`;
};

const blankDates = (fields: readonly FieldPlan[]): string =>
  fields
    .filter(({ type }) => type === 'date')
    .map(({ name }) => `, ${name}: day`)
    .join('');

const checks = (field: FieldPlan): readonly string[] => {
  const problem = (condition: string, message: string): string =>
    `  if (${condition}) {\n    problems.${field.name} = ${literal(message)};\n  }`;
  const value = `values.${field.name}`;
  switch (field.type) {
    case 'text':
      return field.isRequired ? [problem(`${value}.trim() === ""`, `${field.label} is needed.`)] : [];
    case 'number':
    case 'money':
      return [
        ...(field.isRequired ? [problem(`${value}.trim() === ""`, `${field.label} is needed.`)] : []),
        problem(`!Number.isFinite(figureOf(${value}))`, 'Enter a number, such as 12.5.'),
      ];
    case 'date':
      return [problem(`!isDay(${value})`, 'Enter a day as year-month-day, such as 2026-05-31.')];
    case 'longtext':
    case 'choice':
    case 'boolean':
    case 'time':
    case 'list':
    case 'link':
    case 'links':
      return [];
  }
};

const fieldCode = (view: EntityView, field: FieldPlan): string => {
  const label = `label={${literal(field.label)}}`;
  const value = `value={values.${field.name}}`;
  // Named alike for every field: a field's own name may be one the screen already uses.
  const onChange = `onChange={(value) => change({ ${field.name === 'value' ? 'value' : `${field.name}: value`} })}`;
  const problem = `error={problems.${field.name}}`;
  const element = (name: string, ...props: readonly (string | false | undefined)[]): string =>
    `        <${name}\n${props
      .filter((prop) => typeof prop === 'string')
      .map((prop) => `          ${prop}`)
      .join('\n')}\n        />`;
  switch (field.type) {
    case 'text':
    case 'time':
    case 'list':
    case 'link':
    case 'links':
      return element('TextField', label, value, onChange, field.isRequired && 'isRequired', problem);
    case 'longtext':
      return element('TextField', label, value, onChange, 'isLong');
    case 'number':
      return element(
        'TextField',
        label,
        value,
        onChange,
        'isNumeric',
        field.unit !== undefined && `unit={${literal(field.unit)}}`,
        'placeholder="0"',
        problem,
      );
    case 'money':
      return element(
        'TextField',
        label,
        value,
        onChange,
        field.isRequired && 'isRequired',
        'isNumeric',
        'unit="$"',
        'placeholder="0.00"',
        problem,
      );
    case 'date':
      return element('DateField', label, value, onChange, 'isRequired', problem);
    case 'choice':
      return element('ChoiceField', label, `choices={${choicesName(view, field)}}`, value, onChange);
    case 'boolean':
      return element('SwitchRow', label, value, onChange);
  }
};
