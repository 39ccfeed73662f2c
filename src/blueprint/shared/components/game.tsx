import { Ionicons } from "@expo/vector-icons";
import { useEffect, useState } from "react";
import { Platform, StyleSheet, View } from "react-native";

import { advanced, COLUMNS, hit, moved, NEW_GAME, paceMs, ROWS, type Rules } from "../lib/arcade";
import type { KindName } from "../lib/kinds";
import { readMarks, setMark, useMarks } from "../lib/marks";
import { keepScore } from "../lib/scores";
import { usePreferences } from "../lib/store";
import { CENTRED, RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Columns } from "./columns";
import { Press } from "./press";
import { ResultCard } from "./result-card";
import { ScoreBoard } from "./score-board";

const ICONS = { catch: "paw", dodge: "planet" } as const;
const LEVEL_POINTS = 10;

/** Three lives, faster with every point; by touch, or with digits and arrow keys. */
export function Game({ rules, scores }: { rules: Rules; scores?: KindName }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const { displayName } = usePreferences();
  const [game, setGame] = useState(NEW_GAME);
  const [player, setPlayer] = useState("");
  const [isStarted, setIsStarted] = useState(false);
  const best = useMarks("game").find(({ of }) => of === rules)?.value;
  const pace = paceMs(rules, game);
  const isOver = game.lives <= 0;
  const isRunning = isStarted && !isOver;
  useEffect(() => {
    if (!isRunning) return;
    const tick = setInterval(() => setGame((current) => advanced(rules, current)), pace);
    return () => clearInterval(tick);
  }, [isRunning, pace, rules]);
  useEffect(() => {
    if (!isOver) return;
    if (game.points > (readMarks("game", rules)[0]?.value ?? 0)) setMark("game", rules, game.points);
    if (scores !== undefined) keepScore(scores, game.points, player);
  }, [game.points, isOver, player, rules, scores]);
  useEffect(() => {
    if (Platform.OS !== "web" || !isRunning) return;
    const onKey = ({ key }: KeyboardEvent) => {
      if (rules === "catch") setGame((current) => hit(current, Number(key) - 1));
      else if (key === "ArrowLeft" || key === "ArrowRight") setGame((current) => moved(current, key === "ArrowLeft" ? -1 : 1));
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isRunning, rules]);
  const toggle = () => {
    if (isOver) setGame(NEW_GAME);
    setPlayer(displayName);
    setIsStarted(!isRunning);
  };
  const own = COLUMNS * (ROWS.dodge - 1) + game.lane;
  const cells = Array.from({ length: COLUMNS * ROWS[rules] }, (_, cell) => {
    const isThere = game.cells.includes(cell);
    const isOwn = rules === "dodge" && cell === own;
    const picture = (isThere || isOwn) && (
      <Ionicons name={isOwn ? "rocket" : ICONS[rules]} size={28} color={isOwn ? theme.onPrimary : theme.primary} />
    );
    const style = [styles.cell, rules === "catch" && styles.hole, isOwn && styles.own];
    if (rules === "dodge") return <View key={cell} style={style} children={picture} />;
    const name = say("fieldNumber", { n: cell + 1 }) + (isThere ? ": " + say("catchIt") : "");
    const onPress = () => isRunning && setGame(hit(game, cell));
    return <Press key={cell} label={name} onPress={onPress} style={style} children={picture} />;
  });
  return (
    <Columns>
      {rules === "catch" ? (
        <View style={styles.grid}>{cells}</View>
      ) : (
        <View accessible accessibilityRole="image" accessibilityLabel={say("fieldNumber", { n: game.lane + 1 })} style={styles.grid}>
          {cells}
        </View>
      )}
      <>
        {rules === "dodge" && (
          <ButtonRow>
            <Button icon="arrow-back" label={say("toLeft")} tone="quiet" onPress={() => setGame(moved(game, -1))} />
            <Button icon="arrow-forward" label={say("toRight")} tone="quiet" onPress={() => setGame(moved(game, 1))} />
          </ButtonRow>
        )}
        <Button icon={isRunning ? "pause" : "play"} label={say(isRunning ? "pause" : isOver ? "playAgain" : "start")} onPress={toggle} />
        <ResultCard
          label={isOver ? say("gameOver") : say("levelNumber", { n: 1 + Math.floor(game.points / LEVEL_POINTS) })}
          value={say("points", { n: game.points })}
          lines={[
            { label: say("lives"), value: String(game.lives) },
            { label: say("best"), value: say("points", { n: best ?? 0 }) },
          ]}
        />
      </>
      {scores !== undefined && <ScoreBoard kind={scores} count={8} />}
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    grid: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.xs },
    cell: { flexGrow: 1, flexBasis: "30%", height: 56, ...CENTRED, borderRadius: RADIUS.s, backgroundColor: theme.tint },
    hole: { height: 88, borderRadius: RADIUS.l },
    own: { backgroundColor: theme.primary },
  });
