import { Ionicons } from "@expo/vector-icons";
import { useState } from "react";
import { StyleSheet } from "react-native";

import { setMark, useMarks } from "../lib/marks";
import { shuffled } from "../lib/scores";
import { CENTRED, type IconName, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Columns } from "./columns";
import { Press } from "./press";
import { ResultCard } from "./result-card";
import { Row } from "./row";

const GLYPHS: readonly IconName[] = ["heart", "star", "leaf", "moon", "sunny", "flower", "rocket", "paw", "fish", "musical-notes", "car", "umbrella"];

/** Finds the pairs in as few moves as it takes. */
export function Memory({ pairs }: { pairs: number }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const [game, setGame] = useState(1);
  const [open, setOpen] = useState<readonly number[]>([]);
  const [found, setFound] = useState<readonly IconName[]>([]);
  const [moves, setMoves] = useState(0);
  const best = useMarks("memory").find(({ of }) => of === "best")?.value;
  const glyphs = GLYPHS.slice(0, Math.max(2, pairs));
  const cards = shuffled([...glyphs, ...glyphs], game);
  const isDone = found.length === glyphs.length;
  const turn = (index: number) => {
    const card = cards[index];
    if (card === undefined || found.includes(card) || open.includes(index)) return;
    const [first] = open;
    if (first === undefined || open.length === 2) return setOpen([index]);
    setOpen([first, index]);
    setMoves(moves + 1);
    if (cards[first] !== card) return;
    setFound([...found, card]);
    if (found.length + 1 === glyphs.length && moves + 1 < (best ?? 999)) setMark("memory", "best", moves + 1);
  };
  const restart = () => {
    setGame(game + 1);
    setOpen([]);
    setFound([]);
    setMoves(0);
  };
  return (
    <Columns>
      <Row>
        {cards.map((card, index) => {
          const isOpen = open.includes(index) || found.includes(card);
          return (
            <Press
              key={index}
              label={say("cardNumber", { n: index + 1 }) + (isOpen ? ": " + card : "")}
              onPress={() => turn(index)}
              style={[styles.card, isOpen && styles.open]}
            >
              <Ionicons name={isOpen ? card : "help"} size={28} color={isOpen ? theme.primary : theme.onPrimary} />
            </Press>
          );
        })}
      </Row>
      <>
        <ResultCard
          label={isDone ? say("allFound") : say("pairsFound", { found: found.length, all: glyphs.length })}
          value={say("moves", { n: moves })}
          lines={best === undefined ? [] : [{ label: say("best"), value: say("moves", { n: best }) }]}
        />
        <Button icon="refresh-outline" label={say("newGame")} onPress={restart} />
      </>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: { flexGrow: 1, flexBasis: "21%", minHeight: 72, ...CENTRED, borderRadius: 16, backgroundColor: theme.primary },
    open: { backgroundColor: theme.tint },
  });
