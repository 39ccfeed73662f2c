import { useLocalSearchParams } from "expo-router";
import { KeyboardAvoidingView, Platform, StyleSheet } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { goBack, type Path } from "../lib/navigation";
import { addNew, type AnyRecord, recordsOf } from "../lib/records";
import { updateRecord } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Columns } from "./columns";
import { useFieldInputs } from "./field-inputs";
import { Screen } from "./screen";
import { showToast } from "./toast";

/** Adds a record, or edits the one whose id stands in the address; says what is wrong beside each field. */
export function RecordForm({ kind }: { kind: KindName }) {
  const { id, ...presets } = useLocalSearchParams<Record<string, string>>();
  const { fields, noun, label, list } = KINDS[kind];
  const back = (list ?? "/") as Path;
  const existing = recordsOf(kind).find((record) => record.id === id);
  const first = () => existing ?? blank(kind, presets);
  const { inputs, save } = useFieldInputs(fields, first, (draft) => {
    if (existing === undefined) addNew(kind, draft);
    else updateRecord(kind, existing.id, draft as never);
    showToast({ message: say("saved", { label }) });
    goBack(back);
  });
  return (
    <KeyboardAvoidingView behavior={Platform.OS === "ios" ? "padding" : undefined} style={styles.fill}>
      <Screen title={say(existing === undefined ? "add" : "edit", { noun })} backTo={back}>
        <Columns>{inputs}</Columns>
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
