import { useState } from "react";

import { readValues, type Values, valuesOf } from "../lib/form-values";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import type { AnyRecord } from "../lib/records";
import { addRecord } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { FieldInput } from "./field-input";

/** A form that sends a message; without a server it is kept here, and says so. */
export function Contact({ kind }: { kind: KindName }) {
  const fields = KINDS[kind].fields.filter(({ type }) => type === "text" || type === "longtext" || type === "choice");
  const blank = () => valuesOf(fields, { id: "", ...BLANK[kind] } as unknown as AnyRecord);
  const [values, setValues] = useState<Values>(blank);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isSent, setIsSent] = useState(false);
  const send = () => {
    const { draft, problems: found } = readValues(fields, values);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    addRecord(kind, { ...BLANK[kind], ...draft } as never);
    setValues(blank());
    setIsSent(true);
  };
  if (isSent) {
    return (
      <EmptyState icon="checkmark-circle-outline" title={say("thankYou")} hint={say("messageKept")}>
        <Button label={say("writeAnother")} tone="quiet" onPress={() => setIsSent(false)} />
      </EmptyState>
    );
  }
  return (
    <Card>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          error={problems[field.name]}
          onSubmit={send}
          onChange={(value) => {
            setValues((current) => ({ ...current, [field.name]: value }));
            setProblems({});
          }}
        />
      ))}
      <Button icon="send" label={say("send")} onPress={send} />
    </Card>
  );
}
