import { useState } from "react";

import { readValues, type Values, valuesOf } from "../lib/form-values";
import type { Field } from "../lib/kinds";
import type { Preferences } from "../lib/model";
import type { Value } from "../lib/records";
import { setPreferences, usePreferences } from "../lib/store";
import { Card } from "./card";
import { FieldInput } from "./field-input";

/** What this app lets a person choose; kept at once where it can be read. */
export function AppSettings({ heading, settings }: { heading: string; settings: readonly Field[] }) {
  const preferences = { id: "", ...usePreferences() };
  const [typed, setTyped] = useState<Values>({});
  const kept = valuesOf(settings, preferences);
  return (
    <Card heading={heading}>
      {settings.map((setting) => {
        const { name } = setting;
        const { draft, problems } = readValues([setting], { [name]: typed[name] ?? "" });
        const isShownAsTyped = typed[name] !== undefined && (problems[name] !== undefined || isSame(draft[name], preferences, name));
        return (
          <FieldInput
            key={name}
            field={setting}
            value={(isShownAsTyped ? typed[name] : kept[name]) ?? ""}
            error={isShownAsTyped ? problems[name] : undefined}
            onSubmit={() => undefined}
            onChange={(value) => {
              setTyped({ ...typed, [name]: value });
              setPreferences(readValues([setting], { [name]: value }).draft as Partial<Preferences>);
            }}
          />
        );
      })}
    </Card>
  );
}

/** Whether what was typed is what is kept; where it is not, something else has changed it. */
function isSame(value: Value | undefined, preferences: object, name: string): boolean {
  return JSON.stringify(value) === JSON.stringify((preferences as Record<string, Value>)[name]);
}
