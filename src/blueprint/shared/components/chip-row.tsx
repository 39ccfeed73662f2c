import { ScrollView, StyleSheet, View } from "react-native";

import { useRovingKeys } from "../lib/roving-keys";
import { SPACE } from "../lib/theme";
import { Chip } from "./chip";

interface ChipRowProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
  /** All at once, in several lines; absent: in a line that scrolls. */
  isWrapped?: boolean;
}

/** Choose one of a few. */
export function ChipRow<Choice extends string>({ label, choices, chosen, onChoose, isWrapped = false }: ChipRowProps<Choice>) {
  const group = useRovingKeys(choices, chosen, onChoose);
  const chips = (
    <View ref={group} accessibilityRole="radiogroup" accessibilityLabel={label} style={isWrapped ? styles.wrapped : styles.row}>
      {choices.map((choice) => (
        <Chip
          key={choice}
          label={choice}
          role="radio"
          isChosen={choice === chosen}
          isInTabOrder={choice === chosen || (!choices.includes(chosen) && choice === choices[0])}
          onPress={() => onChoose(choice)}
        />
      ))}
    </View>
  );
  if (isWrapped) return chips;
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false} style={styles.scroll}>
      {chips}
    </ScrollView>
  );
}

const styles = StyleSheet.create({
  scroll: { flexGrow: 0, marginHorizontal: -SPACE.m },
  row: { flexDirection: "row", gap: SPACE.s, paddingHorizontal: SPACE.m },
  wrapped: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
});
