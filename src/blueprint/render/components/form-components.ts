import type { SourceFile } from '../../../generation/plan.js';

/** Fields, and the form of any kind of record. */
export const formComponents: readonly SourceFile[] = [
  {
    path: 'components/form-field.tsx',
    content: `import type { ReactNode } from "react";
import { StyleSheet, Text, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";

interface FormFieldProps {
  label: string;
  isRequired?: boolean;
  error?: string;
  children: ReactNode;
}

/** A label, its control, and what is wrong with it. */
export function FormField({ label, isRequired = false, error, children }: FormFieldProps) {
  const styles = useStyles(createStyles);
  return (
    <View style={styles.field}>
      <Text style={styles.label}>
        {label}
        {isRequired && <Text style={styles.mark}> *</Text>}
      </Text>
      {children}
      {error !== undefined && (
        <Text accessibilityRole="alert" style={styles.error}>
          {error}
        </Text>
      )}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    field: { gap: SPACE.s },
    label: { fontSize: 14, fontWeight: "600", color: theme.text },
    mark: { color: theme.danger },
    error: { fontSize: 13, lineHeight: 18, color: theme.danger },
  });
`,
  },
  {
    path: 'components/text-field.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, TextInput, View } from "react-native";

import { SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { FormField } from "./form-field";

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What Enter does. */
  onSubmit?: () => void;
  onBlur?: () => void;
  isRequired?: boolean;
  error?: string;
  isLong?: boolean;
  isNumeric?: boolean;
  /** Hides what is typed. */
  isSecret?: boolean;
  /** What a figure counts, shown behind it. */
  unit?: string;
  placeholder?: string;
}

/** Text, long text and figures. */
export function TextField({
  label,
  value,
  onChange,
  onSubmit,
  onBlur,
  isRequired = false,
  error,
  isLong = false,
  isNumeric = false,
  isSecret = false,
  unit,
  placeholder,
}: TextFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const [isFocused, setIsFocused] = useState(false);
  return (
    <FormField label={label} isRequired={isRequired} error={error}>
      <View style={[styles.box, isFocused && styles.focused, error !== undefined && styles.wrong]}>
        <TextInput
          accessibilityLabel={label}
          value={value}
          onChangeText={onChange}
          onSubmitEditing={onSubmit}
          submitBehavior={isLong ? "newline" : onSubmit === undefined ? "blurAndSubmit" : "submit"}
          onFocus={() => setIsFocused(true)}
          onBlur={() => {
            setIsFocused(false);
            onBlur?.();
          }}
          multiline={isLong}
          secureTextEntry={isSecret}
          inputMode={isNumeric ? "decimal" : "text"}
          placeholder={placeholder}
          placeholderTextColor={theme.muted}
          style={[styles.input, isLong && styles.long]}
        />
        {unit !== undefined && <Text style={styles.unit}>{unit}</Text>}
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    box: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: 12,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    focused: { borderColor: theme.primary },
    wrong: { borderColor: theme.danger },
    input: {
      flex: 1,
      minWidth: 0,
      minHeight: 48,
      fontSize: 16,
      color: theme.text,
      outlineStyle: "solid",
      outlineWidth: 0,
    },
    long: { minHeight: 112, paddingVertical: 12, lineHeight: 22, textAlignVertical: "top" },
    unit: { fontSize: 14, color: theme.muted },
  });
`,
  },
  {
    path: 'components/date-field.tsx',
    content: `import { StyleSheet, Text, TextInput, View } from "react-native";

import { dayAfter, dayFromToday, formatDay, readDay, typedDay } from "../lib/dates";
import { SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { FormField } from "./form-field";
import { IconButton } from "./icon-button";

interface DateFieldProps {
  label: string;
  /** A day, as it was typed. */
  value: string;
  onChange: (value: string) => void;
  onSubmit?: () => void;
  isRequired?: boolean;
  error?: string;
}

/** A day, typed or stepped; in words it stands above. */
export function DateField({ label, value, onChange, onSubmit, isRequired = false, error }: DateFieldProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const read = readDay(value);
  const step = (days: number) => onChange(typedDay(read === undefined ? dayFromToday(0) : dayAfter(read, days)));
  return (
    <FormField label={label} isRequired={isRequired} error={error}>
      <View style={[styles.box, error !== undefined && styles.wrong]}>
        <IconButton icon="remove" label={say("dayEarlier", { label })} onPress={() => step(-1)} />
        <View style={styles.middle}>
          <Text style={styles.words}>{read === undefined ? "–" : formatDay(read)}</Text>
          <TextInput
            accessibilityLabel={label}
            value={value}
            onChangeText={onChange}
            onSubmitEditing={onSubmit}
            maxLength={12}
            placeholder={typedDay(dayFromToday(0))}
            placeholderTextColor={theme.muted}
            style={styles.input}
          />
        </View>
        <IconButton icon="add" label={say("dayLater", { label })} onPress={() => step(1)} />
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    box: {
      flexDirection: "row",
      alignItems: "center",
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    wrong: { borderColor: theme.danger },
    middle: { flex: 1, minWidth: 0, paddingTop: SPACE.s },
    words: { textAlign: "center", fontSize: 16, fontWeight: "600", color: theme.text },
    input: { minHeight: TOUCH, padding: 0, fontSize: 14, textAlign: "center", color: theme.muted, outlineStyle: "solid", outlineWidth: 0 },
  });
`,
  },
  {
    path: 'components/choice-field.tsx',
    content: `import { StyleSheet, View } from "react-native";

import { useRovingKeys } from "../lib/roving-keys";
import { SPACE } from "../lib/theme";
import { Chip } from "./chip";
import { FormField } from "./form-field";

interface ChoiceFieldProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  value: Choice;
  onChange: (value: Choice) => void;
}

/** All choices at once. */
export function ChoiceField<Choice extends string>({ label, choices, value, onChange }: ChoiceFieldProps<Choice>) {
  const group = useRovingKeys(choices, value, onChange);
  return (
    <FormField label={label}>
      <View ref={group} accessibilityRole="radiogroup" accessibilityLabel={label} style={styles.choices}>
        {choices.map((choice) => (
          <Chip
            key={choice}
            label={choice}
            role="radio"
            isChosen={choice === value}
            isInTabOrder={choice === value || (!choices.includes(value) && choice === choices[0])}
            onPress={() => onChange(choice)}
          />
        ))}
      </View>
    </FormField>
  );
}

const styles = StyleSheet.create({
  choices: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
});
`,
  },
  {
    path: 'components/chip.tsx',
    content: `import { Pressable, StyleSheet, Text } from "react-native";

import { RADIUS, SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";

interface ChipProps {
  label: string;
  role: "radio" | "checkbox" | "button";
  isChosen: boolean;
  /** Of a group of radios only one is reached by Tab; the arrow keys go on from there. */
  isInTabOrder?: boolean;
  onPress: () => void;
}

/** One choice of a few. */
export function Chip({ label, role, isChosen, isInTabOrder = true, onPress }: ChipProps) {
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole={role}
      accessibilityLabel={label}
      accessibilityState={role === "button" ? {} : { checked: isChosen }}
      aria-checked={role === "button" ? undefined : isChosen}
      tabIndex={isInTabOrder ? 0 : -1}
      onPress={onPress}
      style={({ pressed }) => [styles.chip, isChosen && styles.chosen, pressed && styles.pressed]}
    >
      <Text style={[styles.text, isChosen && styles.chosenText]}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    chip: {
      minHeight: TOUCH,
      minWidth: TOUCH,
      maxWidth: "100%",
      alignItems: "center",
      justifyContent: "center",
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    chosen: { borderColor: theme.primary, backgroundColor: theme.primary },
    pressed: { opacity: 0.75 },
    text: { fontSize: 15, fontWeight: "600", color: theme.muted },
    chosenText: { color: theme.onPrimary },
  });
`,
  },
  {
    path: 'lib/roving-keys.ts',
    content: `import { type RefObject, useEffect, useRef } from "react";
import { Platform, type View } from "react-native";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The arrow keys go through a group of radios, as everywhere on the web. */
export function useRovingKeys<Choice extends string>(
  choices: readonly Choice[],
  chosen: Choice,
  onChoose: (choice: Choice) => void,
): RefObject<View | null> {
  const group = useRef<View>(null);
  useEffect(() => {
    if (Platform.OS !== "web" || group.current === null) return;
    const element = group.current as unknown as HTMLElement;
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const index = (choices.indexOf(chosen) + step + choices.length) % choices.length;
      const next = choices[index];
      if (next !== undefined) onChoose(next);
      element.querySelectorAll<HTMLElement>("[role=radio]")[index]?.focus();
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [choices, chosen, onChoose]);
  return group;
}
`,
  },
  {
    path: 'components/link-field.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, isFound, titleOf, useRecords } from "../lib/records";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Chip } from "./chip";
import { FormField } from "./form-field";
import { SearchField } from "./search-field";

interface LinkFieldProps {
  label: string;
  kind: KindName;
  /** The ids that are chosen. */
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  /** Whether several may be chosen. */
  isSeveral?: boolean;
  isRequired?: boolean;
  error?: string;
}

const SHOWN = 12;

/** Chooses among the records of another kind, by their names. */
export function LinkField({ label, kind, value, onChange, isSeveral = false, isRequired, error }: LinkFieldProps) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const [search, setSearch] = useState("");
  const { form, noun } = KINDS[kind];
  const chosen = records.filter(({ id }) => value.includes(id));
  const others = records.filter((record) => !value.includes(record.id) && isFound(kind, record, search.trim()));
  const press = (id: string) => {
    if (value.includes(id)) onChange(value.filter((one) => one !== id));
    else onChange(isSeveral ? [...value, id] : [id]);
  };
  const shown = records.length <= SHOWN ? records : [...chosen, ...others.slice(0, SHOWN)];
  return (
    <FormField label={label} isRequired={isRequired} error={error}>
      {records.length > SHOWN && <SearchField label={say("search", { nouns: KINDS[kind].nouns })} value={search} onChange={setSearch} />}
      <View accessibilityRole={isSeveral ? undefined : "radiogroup"} accessibilityLabel={label} style={styles.choices}>
        {shown.map((record) => (
          <Chip
            key={record.id}
            label={titleOf(kind, record)}
            role={isSeveral ? "checkbox" : "radio"}
            isChosen={value.includes(record.id)}
            onPress={() => press(record.id)}
          />
        ))}
        {records.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
        {form !== undefined && <Chip label={"+ " + say("add", { noun })} role="button" isChosen={false} onPress={() => openScreen(form)} />}
      </View>
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    choices: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: SPACE.s },
    hint: { fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/list-field.tsx',
    content: `import { StyleSheet, TextInput, View } from "react-native";

import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { FormField } from "./form-field";
import { IconButton } from "./icon-button";

interface ListFieldProps {
  label: string;
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  isRequired?: boolean;
  error?: string;
}

/** Several short texts, one a line. */
export function ListField({ label, value, onChange, isRequired, error }: ListFieldProps) {
  const styles = useStyles(createStyles);
  const rows = value.length === 0 ? [""] : value;
  return (
    <FormField label={label} isRequired={isRequired} error={error}>
      {rows.map((text, index) => (
        <View key={index} style={styles.row}>
          <TextInput
            accessibilityLabel={label + " " + String(index + 1)}
            value={text}
            onChangeText={(changed) => onChange(rows.map((row, at) => (at === index ? changed : row)))}
            onSubmitEditing={() => onChange([...rows, ""])}
            style={styles.input}
          />
          <IconButton
            icon="close-outline"
            label={say("remove", { name: text || label + " " + String(index + 1) })}
            tone="muted"
            onPress={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </View>
      ))}
      <Button icon="add" label={say("addLine")} tone="quiet" onPress={() => onChange([...rows, ""])} />
    </FormField>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    input: {
      flex: 1,
      minWidth: 0,
      minHeight: 48,
      paddingHorizontal: 12,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      fontSize: 16,
      color: theme.text,
    },
  });
`,
  },
  {
    path: 'components/switch-row.tsx',
    content: `import { Pressable, StyleSheet, Text, View } from "react-native";

import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";

interface SwitchRowProps {
  label: string;
  hint?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** A line that is on or off; all of it can be pressed. */
export function SwitchRow({ label, hint, value, onChange }: SwitchRowProps) {
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole="switch"
      accessibilityLabel={label}
      accessibilityState={{ checked: value }}
      aria-checked={value}
      onPress={() => onChange(!value)}
      style={({ pressed }) => [styles.row, pressed && styles.pressed]}
    >
      <View style={styles.texts}>
        <Text style={styles.label}>{label}</Text>
        {hint !== undefined && <Text style={styles.hint}>{hint}</Text>}
      </View>
      <View style={[styles.track, value && styles.trackOn]}>
        <View style={styles.thumb} />
      </View>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: SPACE.m },
    pressed: { opacity: 0.7 },
    texts: { flex: 1, minWidth: 0, gap: 2 },
    label: { fontSize: 16, fontWeight: "600", color: theme.text },
    hint: { fontSize: 13, color: theme.muted },
    track: { width: 52, padding: 3, borderRadius: RADIUS.round, backgroundColor: theme.border },
    trackOn: { alignItems: "flex-end", backgroundColor: theme.primary },
    thumb: { width: 26, height: 26, borderRadius: RADIUS.round, backgroundColor: "#ffffff" },
  });
`,
  },
  {
    path: 'lib/form-values.ts',
    content: `import { dayFromToday, readDay, readTime, typedDay } from "./dates";
import { type Field } from "./kinds";
import { formatNumber, readNumber, typedNumber } from "./numbers";
import { type AnyRecord, type Value } from "./records";
import { say } from "./words";

/** What stands in the fields: figures and days as they are typed. */
export type Values = Record<string, Value>;

/** A field's content as it should be kept, or what is wrong with it. */
type Reading = { value: Value } | { problem: string };

export function valuesOf(fields: readonly Field[], record: AnyRecord): Values {
  return Object.fromEntries(fields.map((field) => [field.name, typed(field, record[field.name] ?? "")]));
}

function typed({ type, isRequired = false }: Field, value: Value): Value {
  if (type === "number" || type === "money") return value === 0 ? "" : typedNumber(Number(value));
  if (type === "date" && value === "") return isRequired ? typedDay(dayFromToday(0)) : "";
  if (type === "date") return typedDay(String(value));
  return value;
}

/** Reads every field; \`problems\` is empty where all can be kept. */
export function readValues(fields: readonly Field[], values: Values): { draft: Values; problems: Record<string, string> } {
  const draft: Values = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const reading = read(field, values[field.name] ?? "");
    if ("value" in reading) draft[field.name] = reading.value;
    else problems[field.name] = reading.problem;
  }
  return { draft, problems };
}

function read(field: Field, value: Value): Reading {
  const { type, label, isRequired = false } = field;
  if (typeof value === "boolean") return { value };
  const text = typeof value === "object" ? value.map((one) => one.trim()).filter(Boolean) : String(value).trim();
  if (text.length === 0) {
    if (isRequired) return { problem: say("needed", { label, n: isPlural(label) ? 2 : 1 }) };
    return { value: type === "money" || type === "number" ? 0 : text };
  }
  if (typeof text === "object") return { value: text };
  if (type === "number" || type === "money") return readFigure(field, text);
  if (type === "date") return orProblem(readDay(text), say("notADay", { text, example: typedDay(dayFromToday(0)) }));
  if (type === "time") return orProblem(readTime(text), say("notATime", { text }));
  return { value: text };
}

/** \`Points\`, not \`Address\` or \`Status\`. */
function isPlural(label: string): boolean {
  return /[^sui]s$/i.test(label);
}

function readFigure({ unit, min = 0, max }: Field, text: string): Reading {
  const value = readNumber(text, unit);
  if (value === undefined) return { problem: say("notANumber", { text, example: formatNumber(1250.5) }) };
  if (value < min) return { problem: say("atLeast", { min: formatNumber(min) }) };
  if (max !== undefined && value > max) return { problem: say("atMost", { max: formatNumber(max) }) };
  return { value };
}

function orProblem(value: string | undefined, problem: string): Reading {
  return value === undefined ? { problem } : { value };
}
`,
  },
  {
    path: 'components/field-input.tsx',
    content: `import type { Field } from "../lib/kinds";
import { CURRENCY_SIGN, formatNumber } from "../lib/numbers";
import type { Value } from "../lib/records";
import { ChoiceField } from "./choice-field";
import { DateField } from "./date-field";
import { LinkField } from "./link-field";
import { ListField } from "./list-field";
import { SwitchRow } from "./switch-row";
import { TextField } from "./text-field";

interface FieldInputProps {
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
  onSubmit: () => void;
  error: string | undefined;
}

/** The control that fits a field. */
export function FieldInput({ field, value, onChange, onSubmit, error }: FieldInputProps) {
  const { label, type, isRequired, unit, to } = field;
  const text = String(value);
  const several = Array.isArray(value) ? (value as readonly string[]) : [];
  const shared = { label, isRequired, error };
  switch (type) {
    case "number":
      return <TextField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} isNumeric unit={unit} placeholder="0" />;
    case "money":
      return <TextField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} isNumeric unit={CURRENCY_SIGN} placeholder={formatNumber(0)} />;
    case "date":
      return <DateField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} />;
    case "choice":
      return <ChoiceField label={label} choices={field.choices ?? []} value={text} onChange={onChange} />;
    case "boolean":
      return <SwitchRow label={label} value={value === true} onChange={onChange} />;
    case "list":
      return <ListField {...shared} value={several} onChange={onChange} />;
    case "link":
    case "links":
      if (to === undefined) return null;
      return (
        <LinkField
          {...shared}
          kind={to}
          isSeveral={type === "links"}
          value={type === "links" ? several : text === "" ? [] : [text]}
          onChange={(ids) => onChange(type === "links" ? ids : (ids[0] ?? ""))}
        />
      );
    case "longtext":
      return <TextField {...shared} value={text} onChange={onChange} isLong />;
    default:
      return <TextField {...shared} value={text} onChange={onChange} onSubmit={onSubmit} placeholder={type === "time" ? "09:30" : undefined} />;
  }
}
`,
  },
  {
    path: 'components/record-form.tsx',
    content: `import { useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { KeyboardAvoidingView, Platform, StyleSheet } from "react-native";

import { readValues, type Values, valuesOf } from "../lib/form-values";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { goBack, type Path } from "../lib/navigation";
import { type AnyRecord, recordsOf } from "../lib/records";
import { addRecord, updateRecord } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Columns } from "./columns";
import { FieldInput } from "./field-input";
import { Screen } from "./screen";
import { showToast } from "./toast";

/** Adds a record, or edits the one whose id stands in the address; says what is wrong beside each field. */
export function RecordForm({ kind }: { kind: KindName }) {
  const { id, ...presets } = useLocalSearchParams<Record<string, string>>();
  const { fields, noun, label, list } = KINDS[kind];
  const back = (list ?? "/") as Path;
  const existing = recordsOf(kind).find((record) => record.id === id);
  const [values, setValues] = useState<Values>(() => valuesOf(fields, existing ?? blank(kind, presets)));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = () => {
    const { draft, problems: found } = readValues(fields, values);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (existing === undefined) addRecord(kind, { ...BLANK[kind], ...draft } as never);
    else updateRecord(kind, existing.id, draft as never);
    showToast({ message: say("saved", { label }) });
    goBack(back);
  };
  return (
    <KeyboardAvoidingView behavior={Platform.OS === "ios" ? "padding" : undefined} style={styles.fill}>
      <Screen title={say(existing === undefined ? "add" : "edit", { noun })} backTo={back}>
        <Columns>
          {fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ""}
              error={problems[field.name]}
              onSubmit={save}
              onChange={(value) => {
                setValues((current) => ({ ...current, [field.name]: value }));
                setProblems({});
              }}
            />
          ))}
        </Columns>
        <Button icon="checkmark" label={say("save")} onPress={save} />
        <Button label={say("cancel")} tone="quiet" onPress={() => goBack(back)} />
      </Screen>
    </KeyboardAvoidingView>
  );
}

/** A new record, with what the address says of it: the day of the calendar, the record it belongs to. */
function blank(kind: KindName, presets: Record<string, string>): AnyRecord {
  const { fields } = KINDS[kind];
  const given = fields.flatMap(({ name, type }) => {
    const preset = presets[name] ?? (type === "date" ? presets.day : undefined);
    return preset === undefined ? [] : [[name, type === "links" ? [preset] : preset] as const];
  });
  return { id: "", ...BLANK[kind], ...Object.fromEntries(given) } as AnyRecord;
}

const styles = StyleSheet.create({ fill: { flex: 1 } });
`,
  },
];
