import { useState } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { workOut } from "../lib/arithmetic";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { formatNumber } from "../lib/numbers";
import { outlined, RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";

const KEYS = ["7", "8", "9", "÷", "4", "5", "6", "×", "1", "2", "3", "-", "0", ".", "=", "+"];
const OPERATORS = "÷×-+=";

/** The keys of a pocket calculator, and what was worked out before. */
export function PocketCalculator() {
  const styles = useStyles(createStyles);
  const [written, setWritten] = useState("");
  const earlier = useMarks("sum");
  const result = workOut(written);
  const press = (key: string) => {
    if (key !== "=") setWritten(written + key);
    else if (result !== undefined) {
      addMark("sum", "", result, written);
      setWritten(String(result));
    }
  };
  return (
    <Columns>
      <View style={styles.all}>
        <ResultCard label={written || " "} value={result === undefined ? (written === "" ? "0" : "…") : formatNumber(result, "", 8)} />
        <View style={styles.keys}>
          <Key label="C" name={say("clear")} isStrong onPress={() => setWritten("")} />
          <Key label="⌫" name={say("deleteLast")} isStrong onPress={() => setWritten(written.slice(0, -1))} />
          {KEYS.map((key) => (
            <Key key={key} label={key} name={key} isStrong={OPERATORS.includes(key)} onPress={() => press(key)} />
          ))}
        </View>
      </View>
      <Card heading={say("before")}>
        {earlier.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
        {earlier.slice(0, 8).map((sum) => (
          <View key={sum.id} style={styles.line}>
            <Text style={styles.hint}>{sum.text}</Text>
            <Text style={styles.value}>{"= " + formatNumber(sum.value, "", 8)}</Text>
          </View>
        ))}
        {earlier.length > 0 && <Button label={say("clear")} tone="quiet" onPress={() => earlier.forEach(({ id }) => removeMark(id))} />}
      </Card>
    </Columns>
  );
}

interface KeyProps {
  label: string;
  name: string;
  isStrong: boolean;
  onPress: () => void;
}

function Key({ label, name, isStrong, onPress }: KeyProps) {
  const styles = useStyles(createStyles);
  const isWide = label === "C" || label === "⌫";
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={name}
      onPress={onPress}
      style={({ pressed }) => [styles.key, isWide && styles.wide, isStrong && styles.strong, pressed && styles.pressed]}
    >
      <Text style={[styles.keyText, isStrong && styles.strongText]}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    all: { gap: SPACE.m },
    keys: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    key: {
      ...outlined(theme),
      flexGrow: 1,
      flexBasis: "22%",
      minHeight: 64,
      alignItems: "center",
      justifyContent: "center",
      borderRadius: RADIUS.m,
    },
    wide: { flexBasis: "46%", minHeight: 52 },
    strong: { backgroundColor: theme.tint },
    pressed: { opacity: 0.6 },
    keyText: { fontSize: 24, fontWeight: "600", color: theme.text },
    strongText: { color: theme.primary },
    line: { minHeight: 32, flexDirection: "row", flexWrap: "wrap", justifyContent: "space-between", gap: SPACE.s },
    hint: { fontSize: 15, color: theme.muted },
    value: { fontSize: 15, fontWeight: "700", color: theme.text },
  });
