import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { workOut } from "../lib/arithmetic";
import { addMark, removeMark, useMarks } from "../lib/marks";
import { formatNumber } from "../lib/numbers";
import { CENTRED, outlined, RADIUS, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { DetailLine } from "./detail-line";
import { Press } from "./press";
import { ResultCard } from "./result-card";
import { Row } from "./row";
import { Words } from "./words";

const KEYS = ["7", "8", "9", "÷", "4", "5", "6", "×", "1", "2", "3", "-", "0", ".", "=", "+"];
const OPERATORS = "÷×-+=";

/** The keys of a pocket calculator, and what was worked out before. */
export function PocketCalculator() {
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
      <>
        <ResultCard label={written || " "} value={result === undefined ? (written === "" ? "0" : "…") : formatNumber(result, "", 8)} />
        <Row>
          <Key label="C" name={say("clear")} isStrong onPress={() => setWritten("")} />
          <Key label="⌫" name={say("deleteLast")} isStrong onPress={() => setWritten(written.slice(0, -1))} />
          {KEYS.map((key) => (
            <Key key={key} label={key} name={key} isStrong={OPERATORS.includes(key)} onPress={() => press(key)} />
          ))}
        </Row>
      </>
      <Card heading={say("before")}>
        {earlier.length === 0 && <Words>{say("nothingYet")}</Words>}
        {earlier.slice(0, 8).map((sum) => (
          <DetailLine key={sum.id} label={sum.text} value={"= " + formatNumber(sum.value, "", 8)} />
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
    <Press label={name} onPress={onPress} style={[styles.key, isWide && styles.wide, isStrong && styles.strong]}>
      <Text style={[styles.keyText, isStrong && styles.strongText]}>{label}</Text>
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    key: { ...outlined(theme), flexGrow: 1, flexBasis: "22%", minHeight: 64, ...CENTRED, borderRadius: RADIUS.m },
    wide: { flexBasis: "46%", minHeight: 52 },
    strong: { backgroundColor: theme.tint },
    keyText: { fontSize: 24, fontWeight: "600", color: theme.text },
    strongText: { color: theme.primary },
  });
