import { useEffect, useState } from "react";
import { StyleSheet, Text } from "react-native";

import { clockText } from "../lib/clock";
import { CENTRED, outlined, RADIUS, SPACE, type Theme, useFitting, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { ChipRow } from "./chip-row";
import { Press } from "./press";
import { RunButton } from "./run-button";

type Player = "White" | "Black";

const NAMES: Record<Player, () => string> = { White: () => say("white"), Black: () => say("black") };

/** Minutes for each player, and seconds gained with each move. */
const PACES = { "1 + 0": [1, 0], "3 + 2": [3, 2], "5 + 0": [5, 0], "10 + 0": [10, 0], "15 + 10": [15, 10] } as const;
const PACE_NAMES = ["1 + 0", "3 + 2", "5 + 0", "10 + 0", "15 + 10"] as const;

interface Game {
  leftMs: Record<Player, number>;
  moves: Record<Player, number>;
  turn: Player;
  isRunning: boolean;
}

/** A clock for two: pressing one's own half ends one's move. */
export function ChessClock() {
  const styles = useStyles(createStyles);
  const fitting = useFitting(4 * SPACE.m);
  const [pace, setPace] = useState<keyof typeof PACES>("5 + 0");
  const [game, setGame] = useState(() => newGame("5 + 0"));
  const { turn, isRunning, leftMs, moves } = game;
  const loser = (["White", "Black"] as const).find((player) => leftMs[player] === 0);

  useEffect(() => {
    if (!isRunning) return;
    let before = Date.now();
    const tick = setInterval(() => {
      const now = Date.now();
      const passedMs = now - before;
      before = now;
      setGame((current) => afterTime(current, passedMs));
    }, 100);
    return () => clearInterval(tick);
  }, [isRunning]);

  const press = (player: Player) => {
    if (loser !== undefined || (isRunning && turn !== player)) return;
    setGame(isRunning ? afterMove(game, PACES[pace][1]) : { ...game, isRunning: true });
  };
  const restart = (chosen: keyof typeof PACES) => {
    setPace(chosen);
    setGame(newGame(chosen));
  };
  const run = (isOn: boolean) => loser === undefined && setGame({ ...game, isRunning: isOn });
  const half = (player: Player) => {
    const isOn = turn === player && loser === undefined;
    const state = loser === player ? say("timeUp") : say("moves", { n: moves[player] });
    return (
      <Press
        label={NAMES[player]() + ": " + clockText(leftMs[player]) + ", " + state}
        onPress={() => press(player)}
        style={[styles.half, isOn && styles.on, loser === player && styles.lost, player === "Black" && styles.turned]}
      >
        <Text style={[styles.player, isOn && styles.onText]}>{NAMES[player]()}</Text>
        <Text style={[styles.time, { fontSize: fitting(clockText(leftMs[player]), 64) }, isOn && styles.onText]}>{clockText(leftMs[player])}</Text>
        <Text style={[styles.player, isOn && styles.onText]}>{state}</Text>
      </Press>
    );
  };
  return (
    <>
      {half("Black")}
      <ChipRow label={say("pace")} choices={PACE_NAMES} chosen={pace} onChoose={restart} />
      {half("White")}
      <ButtonRow>
        <RunButton clock={{ isRunning, start: () => run(true), pause: () => run(false) }} />
        <Button icon="refresh-outline" label={say("newGame")} tone="quiet" onPress={() => restart(pace)} />
      </ButtonRow>
    </>
  );
}

function newGame(pace: keyof typeof PACES): Game {
  const leftMs = PACES[pace][0] * 60_000;
  return { leftMs: { White: leftMs, Black: leftMs }, moves: { White: 0, Black: 0 }, turn: "White", isRunning: false };
}

function afterTime(game: Game, passedMs: number): Game {
  const leftMs = { ...game.leftMs, [game.turn]: Math.max(0, game.leftMs[game.turn] - passedMs) };
  return { ...game, leftMs, isRunning: leftMs[game.turn] > 0 };
}

function afterMove({ turn, ...game }: Game, gainedSeconds: number): Game {
  return {
    ...game,
    turn: turn === "White" ? "Black" : "White",
    leftMs: { ...game.leftMs, [turn]: game.leftMs[turn] + gainedSeconds * 1000 },
    moves: { ...game.moves, [turn]: game.moves[turn] + 1 },
  };
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    half: { ...outlined(theme), minHeight: 190, ...CENTRED, gap: SPACE.xs, borderRadius: RADIUS.l, boxShadow: theme.shadow },
    on: { borderColor: theme.primary, backgroundColor: theme.primary },
    lost: { borderColor: theme.danger },
    turned: { transform: [{ rotate: "180deg" }] },
    player: { fontSize: 16, fontWeight: "600", color: theme.muted },
    time: { fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.text },
    onText: { color: theme.onPrimary },
  });
