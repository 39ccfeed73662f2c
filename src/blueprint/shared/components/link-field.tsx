import { useState } from "react";
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
