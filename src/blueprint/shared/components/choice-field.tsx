import { ChipRow } from "./chip-row";
import { FormField } from "./form-field";

interface ChoiceFieldProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  value: Choice;
  onChange: (value: Choice) => void;
}

/** All choices at once. */
export function ChoiceField<Choice extends string>({ label, choices, value, onChange }: ChoiceFieldProps<Choice>) {
  return (
    <FormField label={label}>
      <ChipRow label={label} choices={choices} chosen={value} onChoose={onChange} isWrapped />
    </FormField>
  );
}
