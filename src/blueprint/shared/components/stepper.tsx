import { StyleSheet, Text, View } from "react-native";

import { formatNumber } from "../lib/numbers";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { IconButton } from "./icon-button";
import { Row } from "./row";

interface StepperProps {
  label: string;
  unit?: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
}

export function Stepper({ label, unit, value, min, max, step: size = 1, onChange }: StepperProps) {
  const styles = useStyles(createStyles);
  const step = (by: number) => onChange(Math.min(max, Math.max(min, value + by)));
  return (
    <Row style={styles.row}>
      <Text style={styles.label}>{label}</Text>
      <View style={styles.steps}>
        <IconButton icon="remove" label={say("less", { name: label })} onPress={() => step(-size)} />
        <Text style={styles.value}>{formatNumber(value, unit)}</Text>
        <IconButton icon="add" label={say("more", { name: label })} onPress={() => step(size)} />
      </View>
    </Row>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { gap: SPACE.xs },
    steps: { flexDirection: "row", alignItems: "center" },
    label: { flexGrow: 1, flexBasis: 96, fontSize: 16, fontWeight: "600", color: theme.text },
    value: { minWidth: 64, textAlign: "center", fontSize: 16, fontVariant: ["tabular-nums"], color: theme.text },
  });
