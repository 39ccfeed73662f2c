import { StyleSheet, Text, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { removeMark, setMark, useMarks } from "../lib/marks";
import { recordsOf, titleOf } from "../lib/records";
import { shuffled } from "../lib/scores";
import { CENTRED, outlined, SPACE, type Theme, useFitting, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Columns } from "./columns";
import { Press } from "./press";
import { ResultCard } from "./result-card";

/** A card to cross off: a whole row, column or diagonal is a bingo. */
export function Bingo({ size, kind }: { size: number; kind?: KindName }) {
  const styles = useStyles(createStyles);
  const fitting = useFitting(0, 252 / size);
  const seed = useMarks("bingo").find(({ of }) => of === "card")?.value ?? 1;
  const crossed = useMarks("crossed");
  const words = kind === undefined ? [] : recordsOf(kind).map((record) => titleOf(kind, record));
  const all = words.length >= size * size ? words : Array.from({ length: 75 }, (_, index) => String(index + 1));
  const cells = shuffled(all, seed).slice(0, size * size);
  const isCrossed = (index: number) => crossed.some(({ of }) => of === String(index));
  const line = Array.from({ length: size }, (_, index) => index);
  const lines = [
    ...line.map((row) => line.map((column) => row * size + column)),
    ...line.map((column) => line.map((row) => row * size + column)),
    line.map((one) => one * (size + 1)),
    line.map((one) => (one + 1) * (size - 1)),
  ];
  const won = lines.filter((one) => one.every(isCrossed)).length;
  const toggle = (index: number) => {
    const mark = crossed.find(({ of }) => of === String(index));
    if (mark === undefined) setMark("crossed", String(index), 1);
    else removeMark(mark.id);
  };
  const renew = () => {
    crossed.forEach(({ id }) => removeMark(id));
    setMark("bingo", "card", seed + 1);
  };
  return (
    <Columns>
      <View style={styles.grid}>
        {line.map((row) => (
          <View key={row} style={styles.row}>
            {line.map((column) => {
              const index = row * size + column;
              return (
                <Press
                  key={column}
                  role="checkbox"
                  label={cells[index] ?? ""}
                  isChecked={isCrossed(index)}
                  onPress={() => toggle(index)}
                  style={[styles.cell, isCrossed(index) && styles.crossed]}
                >
                  <Text style={[styles.text, { fontSize: fitting(cells[index] ?? "", 13) }, isCrossed(index) && styles.crossedText]}>
                    {cells[index]}
                  </Text>
                </Press>
              );
            })}
          </View>
        ))}
      </View>
      <>
        <ResultCard label={won > 0 ? say("bingo") : say("crossOff")} value={say("rows", { n: won })} />
        <Button icon="refresh-outline" label={say("newCard")} onPress={renew} />
      </>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    grid: { gap: SPACE.s },
    row: { flexDirection: "row", gap: SPACE.xs },
    cell: { ...outlined(theme), flex: 1, minWidth: 0, minHeight: 64, ...CENTRED, padding: 2, borderRadius: 12 },
    crossed: { backgroundColor: theme.primary, borderColor: theme.primary },
    text: { fontWeight: "700", textAlign: "center", color: theme.text },
    crossedText: { color: theme.onPrimary },
  });
