import { useState } from "react";

import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { addNew, type AnyRecord } from "../lib/records";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { useFieldInputs } from "./field-inputs";

/** A form that sends a message; without a server it is kept here, and says so. */
export function Contact({ kind }: { kind: KindName }) {
  const fields = KINDS[kind].fields.filter(({ type }) => type === "text" || type === "longtext" || type === "choice");
  const [isSent, setIsSent] = useState(false);
  const blank = () => ({ id: "", ...BLANK[kind] }) as unknown as AnyRecord;
  const { inputs, save, reset } = useFieldInputs(fields, blank, (draft) => {
    addNew(kind, draft);
    setIsSent(true);
  });
  const again = () => {
    reset();
    setIsSent(false);
  };
  if (isSent) {
    return (
      <EmptyState icon="checkmark-circle-outline" title={say("thankYou")} hint={say("messageKept")}>
        <Button label={say("writeAnother")} tone="quiet" onPress={again} />
      </EmptyState>
    );
  }
  return (
    <Card>
      {inputs}
      <Button icon="send" label={say("send")} onPress={save} />
    </Card>
  );
}
