import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { addMark, useMarks } from "../lib/marks";
import { CENTRED, RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";
import { Row } from "./row";
import { Stepper } from "./stepper";

function rollOne(sides: number): number {
  return 1 + Math.floor(Math.random() * sides);
}

/** Dice to roll, and what fell before. */
export function Dice({ sides, count }: { sides: number; count: number }) {
  const styles = useStyles(createStyles);
  const [dice, setDice] = useState(count);
  const [rolled, setRolled] = useState<readonly number[]>(() => Array.from({ length: count }, () => sides));
  const earlier = useMarks("roll");
  const roll = () => {
    const fell = Array.from({ length: dice }, () => rollOne(sides));
    setRolled(fell);
    addMark(
      "roll",
      "",
      fell.reduce((sum, one) => sum + one, 0),
      fell.join(" + "),
    );
  };
  return (
    <Columns>
      <Card>
        <Row style={styles.dice}>
          {rolled.map((one, index) => (
            <View key={index} accessibilityRole="image" accessibilityLabel={String(one)} style={styles.die}>
              <Text style={styles.pips}>{one}</Text>
            </View>
          ))}
        </Row>
        <Button icon="dice-outline" label={say("roll")} onPress={roll} />
        <Stepper label={say("dice")} value={dice} min={1} max={8} onChange={setDice} />
      </Card>
      <ResultCard
        label={say("sum")}
        value={String(rolled.reduce((sum, one) => sum + one, 0))}
        lines={earlier
          .slice(0, 5)
          .map((mark) => ({ label: mark.text, value: String(mark.value) }))
          .slice(1)}
      />
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    dice: { justifyContent: "center", gap: SPACE.m, paddingVertical: SPACE.l },
    die: { width: 88, height: 88, ...CENTRED, borderRadius: RADIUS.m, backgroundColor: theme.tint, borderWidth: 2, borderColor: theme.primary },
    pips: { fontSize: 40, fontWeight: "800", color: theme.primary },
  });
