import { ScrollView, StyleSheet, View } from "react-native";

import { useRovingKeys } from "../lib/roving-keys";
import { SPACE } from "../lib/theme";
import { Chip } from "./chip";

interface ChipRowProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}

/** Choose one of a few, in a line that scrolls. */
export function ChipRow<Choice extends string>({ label, choices, chosen, onChoose }: ChipRowProps<Choice>) {
  const group = useRovingKeys(choices, chosen, onChoose);
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false} style={styles.scroll}>
      <View ref={group} accessibilityRole="radiogroup" accessibilityLabel={label} style={styles.row}>
        {choices.map((choice) => (
          <Chip
            key={choice}
            label={choice}
            role="radio"
            isChosen={choice === chosen}
            isInTabOrder={choice === chosen}
            onPress={() => onChoose(choice)}
          />
        ))}
      </View>
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  scroll: { flexGrow: 0, marginHorizontal: -SPACE.m },
  row: { flexDirection: "row", gap: SPACE.s, paddingHorizontal: SPACE.m },
});
