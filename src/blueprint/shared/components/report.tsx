import { useState } from "react";
import { Platform, Share, StyleSheet, Text } from "react-native";

import { dayFromToday, typedDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { inOrder, isFound, titleOf, useRecords, valueText } from "../lib/records";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { ChoiceField } from "./choice-field";
import { Columns } from "./columns";
import { Row } from "./row";
import { SearchField } from "./search-field";
import { showToast } from "./toast";
import { Words } from "./words";

/** A report of what is searched for: choose the records, the fields and the form, read it, copy it. */
export function Report({ kinds }: { kinds: readonly KindName[] }) {
  const [plural, setPlural] = useState(kinds[0] === undefined ? "" : KINDS[kinds[0]].plural);
  const kind = kinds.find((one) => KINDS[one].plural === plural);
  return (
    <>
      {kinds.length > 1 && <ChipRow label={say("contents")} choices={kinds.map((one) => KINDS[one].plural)} chosen={plural} onChoose={setPlural} />}
      {kind !== undefined && <ReportOf key={kind} kind={kind} />}
    </>
  );
}

function ReportOf({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const records = inOrder(kind, useRecords(kind));
  const forms = [say("summaryReport"), say("fullReport")];
  const [search, setSearch] = useState("");
  const [form, setForm] = useState(forms[1] ?? "");
  const { fields, title, plural, nouns } = KINDS[kind];
  const offered = fields.filter(({ name, type }) => name !== title && type !== "longtext");
  const [names, setNames] = useState(() => offered.slice(0, 4).map(({ name }) => name));
  const chosen = offered.filter(({ name }) => names.includes(name));
  const found = records.filter((record) => isFound(kind, record, search.trim()));
  const sums = chosen.filter(({ type, summary }) => type === "money" || summary !== undefined);
  const text = [
    plural + ", " + typedDay(dayFromToday(0)),
    say("entries", { n: found.length }),
    ...sums.map(
      (field) =>
        field.label +
        ": " +
        valueText(
          field,
          found.reduce((sum, record) => sum + Number(record[field.name]), 0) / (field.summary === "sum" ? 1 : Math.max(1, found.length)),
        ) +
        (field.summary === "sum" ? "" : " (Ø)"),
    ),
    ...(form === forms[0]
      ? []
      : found.map(
          (record) =>
            "\n" + [titleOf(kind, record), ...chosen.map((field) => field.label + ": " + valueText(field, record[field.name]))].join("\n  "),
        )),
  ].join("\n");
  const copy = async () => {
    if (Platform.OS === "web") await navigator.clipboard.writeText(text);
    else await Share.share({ message: text });
    showToast({ message: say("copied") });
  };
  return (
    <Columns>
      <Card>
        <SearchField label={say("search", { nouns })} value={search} onChange={setSearch} />
        <Words look="label">{say("contents")}</Words>
        <Row>
          {offered.map(({ name, label }) => (
            <Chip
              key={name}
              label={label}
              role="checkbox"
              isChosen={names.includes(name)}
              onPress={() => setNames(names.includes(name) ? names.filter((one) => one !== name) : [...names, name])}
            />
          ))}
        </Row>
        <ChoiceField label={say("formOfReport")} choices={forms} value={form} onChange={setForm} />
      </Card>
      <Card heading={say("report")}>
        <Text selectable style={styles.text}>
          {text}
        </Text>
        <Button icon="copy-outline" label={say(Platform.OS === "web" ? "copy" : "share")} onPress={() => void copy().catch(() => undefined)} />
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    text: { fontSize: 15, lineHeight: 24, color: theme.text },
  });
