import { useState } from "react";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, isFound, titleOf, useRecords } from "../lib/records";
import { say } from "../lib/words";
import { Chip } from "./chip";
import { type FieldProps, FormField } from "./form-field";
import { Row } from "./row";
import { SearchField } from "./search-field";
import { Words } from "./words";

interface LinkFieldProps extends FieldProps {
  kind: KindName;
  /** The ids that are chosen. */
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  /** Whether several may be chosen. */
  isSeveral?: boolean;
}

const SHOWN = 12;

/** Chooses among the records of another kind, by their names. */
export function LinkField({ label, kind, value, onChange, isSeveral = false, ...field }: LinkFieldProps) {
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
    <FormField label={label} {...field}>
      {records.length > SHOWN && <SearchField label={say("search", { nouns: KINDS[kind].nouns })} value={search} onChange={setSearch} />}
      <Row accessibilityRole={isSeveral ? undefined : "radiogroup"} accessibilityLabel={label}>
        {shown.map((record) => (
          <Chip
            key={record.id}
            label={titleOf(kind, record)}
            role={isSeveral ? "checkbox" : "radio"}
            isChosen={value.includes(record.id)}
            onPress={() => press(record.id)}
          />
        ))}
        {records.length === 0 && <Words>{say("nothingYet")}</Words>}
        {form !== undefined && <Chip label={"+ " + say("add", { noun })} role="button" isChosen={false} onPress={() => openScreen(form)} />}
      </Row>
    </FormField>
  );
}
