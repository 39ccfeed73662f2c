import { useState } from "react";

import { readValues, type Values, valuesOf } from "../lib/form-values";
import type { Field } from "../lib/kinds";
import type { AnyRecord } from "../lib/records";
import { FieldInput } from "./field-input";

/** The inputs of some fields; `save` says what is wrong beside each field, or hands on what can be kept. */
export function useFieldInputs(fields: readonly Field[], first: () => AnyRecord, onSave: (draft: Values) => void) {
  const [values, setValues] = useState<Values>(() => valuesOf(fields, first()));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = () => {
    const { draft, problems: found } = readValues(fields, values);
    setProblems(found);
    if (Object.keys(found).length === 0) onSave(draft);
  };
  const inputs = fields.map((field) => (
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
  ));
  return { inputs, save, reset: () => setValues(valuesOf(fields, first())) };
}
