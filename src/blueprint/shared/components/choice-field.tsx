import { StyleSheet, View } from "react-native";

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
