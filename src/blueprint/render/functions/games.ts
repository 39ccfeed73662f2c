import type { SourceFile } from '../../../generation/plan.js';

/** Questions, cards and games: what is played, and how it went. */
export const gameComponents: readonly SourceFile[] = [
  {
    path: 'lib/scores.ts',
    content: `import { dayFromToday } from "./dates";
import { type KindName, KINDS } from "./kinds";
import { BLANK } from "./model";
import { addRecord, readData } from "./store";
import { say } from "./words";

/** Keeps a score under the person's name, where the app keeps scores. */
export function keepScore(kind: KindName, points: number, name: string): void {
  const { fields, title } = KINDS[kind];
  const number = fields.find(({ type }) => type === "number" || type === "money")?.name ?? "";
  const date = fields.find(({ type }) => type === "date")?.name;
  const day = date === undefined ? {} : { [date]: dayFromToday(0) };
  addRecord(kind, { ...BLANK[kind], [title]: name || say("you"), [number]: points, ...day } as never);
}

/** In an order of its own for each seed, the same each time. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const rest = [...items];
  let state = (seed * 2_654_435_761 + rest.length) % 4_294_967_296;
  return items.flatMap(() => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return rest.splice(state % rest.length, 1);
  });
}

export function hasRecords(kind: KindName): boolean {
  return readData()[kind].length > 0;
}
`,
  },
  {
    path: 'components/score-board.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { titleOf, useRecords, valueText } from "../lib/records";
import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";

/** Who has most, the highest first. */
export function ScoreBoard({ kind, count = 20 }: { kind: KindName; count?: number }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const figure = KINDS[kind].fields.find(({ type }) => type === "number" || type === "money");
  const records = useRecords(kind);
  if (figure === undefined) return null;
  const ranked = [...records].sort((a, b) => Number(b[figure.name]) - Number(a[figure.name])).slice(0, count);
  return (
    <Card heading={say("leaderboard")}>
      {ranked.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
      {ranked.map((record, index) => (
        <View key={record.id} style={styles.row}>
          <View style={[styles.rank, index === 0 && styles.first]}>
            {index === 0 ? (
              <Ionicons name="trophy" size={18} color={theme.onPrimary} />
            ) : (
              <Text style={styles.place}>{index + 1}</Text>
            )}
          </View>
          <Text style={styles.name}>{titleOf(kind, record)}</Text>
          <Text style={styles.points}>{valueText(figure, record[figure.name])}</Text>
        </View>
      ))}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    row: { minHeight: 48, flexDirection: "row", alignItems: "center", gap: 12 },
    rank: { width: 36, height: 36, borderRadius: RADIUS.round, alignItems: "center", justifyContent: "center", backgroundColor: theme.tint },
    first: { backgroundColor: theme.primary },
    place: { fontSize: 15, fontWeight: "800", color: theme.primary },
    name: { flex: 1, minWidth: 0, fontSize: 16, fontWeight: "600", color: theme.text },
    points: { paddingLeft: SPACE.s, fontSize: 16, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/rounds.tsx',
    content: `import { type ReactNode, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { keepScore } from "../lib/scores";
import { usePreferences } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { Heading } from "./heading";
import { ResultCard } from "./result-card";
import { ScoreBoard } from "./score-board";

/** One thing that is asked: what may be answered, and what is right. */
export interface Round {
  id: string;
  asked: string;
  answers: readonly string[];
  right: string;
}

interface RoundsProps {
  title: string;
  /** The rounds of a new game; \`game\` counts games. */
  deal: (game: number) => readonly Round[];
  scores?: KindName;
  children?: ReactNode;
}

const POINTS = 10;

/** Asks one thing after the other, says at once what was right, and keeps the score. */
export function Rounds({ title, deal, scores, children }: RoundsProps) {
  const styles = useStyles(createStyles);
  const { displayName } = usePreferences();
  const [game, setGame] = useState(0);
  const [rounds, setRounds] = useState<readonly Round[]>([]);
  const [index, setIndex] = useState(0);
  const [given, setGiven] = useState<string>();
  const [right, setRight] = useState(0);
  const round = rounds[index];
  const isOver = rounds.length > 0 && round === undefined;
  const start = () => {
    setRounds(deal(game));
    setGame(game + 1);
    setIndex(0);
    setRight(0);
    setGiven(undefined);
  };
  const answer = (text: string) => {
    if (given !== undefined) return;
    setGiven(text);
    if (text === round?.right) setRight(right + 1);
  };
  const next = () => {
    setGiven(undefined);
    setIndex(index + 1);
    if (index + 1 === rounds.length && scores !== undefined) keepScore(scores, right * POINTS, displayName);
  };
  if (round === undefined) {
    return (
      <Columns>
        <View style={styles.all}>
          {isOver ? (
            <ResultCard
              label={say("yourScore")}
              value={say("points", { n: right * POINTS })}
              lines={[{ label: say("rightAnswers"), value: say("countOf", { shown: right, all: rounds.length }) }]}
            />
          ) : (
            <ResultCard label={title} value={say("questions", { n: deal(0).length })} />
          )}
          <Button icon="play" label={say(isOver ? "playAgain" : "start")} onPress={start} />
          {children}
        </View>
        {scores !== undefined && <ScoreBoard kind={scores} count={8} />}
      </Columns>
    );
  }
  return (
    <Columns>
      <Card>
        <Text style={styles.progress}>
          {say("countOf", { shown: index + 1, all: rounds.length }) + " · " + say("points", { n: right * POINTS })}
        </Text>
        <View style={styles.track}>
          <View style={[styles.fill, { width: \`\${(100 * (index + 1)) / rounds.length}%\` }]} />
        </View>
        <Heading level={2} style={styles.asked}>
          {round.asked}
        </Heading>
        <View style={styles.answers}>
          {round.answers.map((text) => (
            <Chip key={text} label={text} role="button" isChosen={given === text || (given !== undefined && text === round.right)} onPress={() => answer(text)} />
          ))}
        </View>
        {given !== undefined && (
          <>
            <Text accessibilityLiveRegion="polite" style={[styles.verdict, given !== round.right && styles.wrong]}>
              {given === round.right ? say("right") : say("wrong", { answer: round.right })}
            </Text>
            <Button icon="arrow-forward" label={say("nextPage")} onPress={next} />
          </>
        )}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    all: { gap: SPACE.m },
    progress: { fontSize: 14, fontWeight: "600", color: theme.muted },
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, backgroundColor: theme.primary },
    asked: { paddingVertical: SPACE.m, fontSize: 22, lineHeight: 30, fontWeight: "800", color: theme.text },
    answers: { gap: SPACE.s },
    verdict: { paddingTop: SPACE.s, fontSize: 16, lineHeight: 22, fontWeight: "700", color: theme.primary },
    wrong: { color: theme.danger },
  });
`,
  },
  {
    path: 'components/quiz.tsx',
    content: `import { type KindName, KINDS } from "../lib/kinds";
import { recordsOf, titleOf } from "../lib/records";
import { shuffled } from "../lib/scores";
import { say } from "../lib/words";
import { EmptyState } from "./empty-state";
import { Rounds } from "./rounds";

interface QuizProps {
  kind: KindName;
  /** The field with the right answer. */
  answer: string;
  /** The field with the wrong ones; absent: the answers of other questions. */
  wrong?: string;
  scores?: KindName;
}

const ASKED = 10;

/** Asks the questions, ten in a game. */
export function Quiz({ kind, answer, wrong, scores }: QuizProps) {
  const records = recordsOf(kind);
  if (records.length === 0) return <EmptyState icon="help-circle-outline" title={say("noneYet", { nouns: KINDS[kind].nouns })} hint={say("addFirst")} />;
  const answers = records.map((record) => String(record[answer] ?? ""));
  const deal = (game: number) =>
    shuffled(records, game + 1)
      .slice(0, ASKED)
      .map((record, index) => {
        const right = String(record[answer] ?? "");
        const own = wrong === undefined ? undefined : record[wrong];
        const given = Array.isArray(own) && own.length > 0 ? (own as readonly string[]) : shuffled(answers, game + index + 7);
        const others = [...new Set(given)].filter((text) => text !== right && text !== "").slice(0, 3);
        return { id: record.id, asked: titleOf(kind, record), right, answers: shuffled([right, ...others], game + index + 3) };
      });
  return <Rounds title={KINDS[kind].plural} deal={deal} scores={scores} />;
}
`,
  },
  {
    path: 'components/sorting-game.tsx',
    content: `import { type KindName, KINDS } from "../lib/kinds";
import { fieldOf, recordsOf, titleOf } from "../lib/records";
import { shuffled } from "../lib/scores";
import { say } from "../lib/words";
import { Rounds } from "./rounds";

/** Where does it belong? Each thing goes into one of the places. */
export function SortingGame({ kind, scores }: { kind: KindName; scores?: KindName }) {
  const choice = fieldOf(kind, "choice");
  const deal = (game: number) =>
    shuffled(recordsOf(kind), game + 1)
      .slice(0, 10)
      .map((record) => ({
        id: record.id,
        asked: say("whereGoes", { name: titleOf(kind, record) }),
        right: String(record[choice?.name ?? ""] ?? ""),
        answers: choice?.choices ?? [],
      }));
  return <Rounds title={KINDS[kind].plural} deal={deal} scores={scores} />;
}
`,
  },
  {
    path: 'lib/repetition.ts',
    content: `/** Days until a card is asked again, by how often it was known in a row. */
const WAITS = [0, 1, 3, 7, 16, 35, 90];

export type Known = "again" | "good" | "easy";

/** The box a card goes to, and in how many days it is asked again: forgotten, it begins anew. */
export function afterAnswer(box: number, known: Known): { box: number; inDays: number } {
  const next = known === "again" ? 0 : Math.min(WAITS.length - 1, box + (known === "good" ? 1 : 2));
  return { box: next, inDays: WAITS[next] ?? 0 };
}
`,
  },
  {
    path: 'components/flashcards.tsx',
    content: `import { useState } from "react";
import { Pressable, StyleSheet, Text } from "react-native";

import { dayFromToday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { setMark, useMarks } from "../lib/marks";
import { titleOf, useRecords } from "../lib/records";
import { afterAnswer, type Known } from "../lib/repetition";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { Columns } from "./columns";
import { EmptyState } from "./empty-state";
import { ShareBars } from "./share-bars";

/** Shows the cards that are due; how well one was known says when it comes again. */
export function Flashcards({ kind, back }: { kind: KindName; back: string }) {
  const styles = useStyles(createStyles);
  const records = useRecords(kind);
  const marks = useMarks("card");
  const [isTurned, setIsTurned] = useState(false);
  const markOf = (id: string) => marks.find(({ of }) => of === id);
  const due = records.filter(({ id }) => (markOf(id)?.text ?? "") <= dayFromToday(0));
  const [card] = [...due].sort((a, b) => (markOf(a.id)?.value ?? 0) - (markOf(b.id)?.value ?? 0));
  const answer = (known: Known) => {
    if (card === undefined) return;
    const { box, inDays } = afterAnswer(markOf(card.id)?.value ?? 0, known);
    setMark("card", card.id, box, dayFromToday(known === "again" ? 0 : inDays));
    setIsTurned(false);
  };
  const counts = [0, 1, 3].map((from, index, all) => ({
    label: say((["newCards", "learning", "knownWell"] as const)[index] ?? "newCards"),
    count: records.filter(({ id }) => (markOf(id)?.value ?? 0) >= from && (markOf(id)?.value ?? 0) < (all[index + 1] ?? 99)).length,
  }));
  return (
    <Columns>
      {card === undefined ? (
        <EmptyState icon="checkmark-circle-outline" title={say("allLearnt")} hint={say("comeBack")} />
      ) : (
        <Card heading={say("dueCards", { n: due.length })}>
          <Pressable
            accessibilityRole="button"
            accessibilityLabel={titleOf(kind, card) + (isTurned ? ": " + String(card[back]) : ", " + say("showAnswer"))}
            onPress={() => setIsTurned(true)}
            style={styles.card}
          >
            <Text style={styles.front}>{titleOf(kind, card)}</Text>
            <Text style={isTurned ? styles.back : styles.hint}>{isTurned ? String(card[back]) : say("pressToTurn")}</Text>
          </Pressable>
          {isTurned ? (
            <ButtonRow>
              <Button label={say("again")} tone="danger" onPress={() => answer("again")} />
              <Button label={say("good")} onPress={() => answer("good")} />
              <Button label={say("easy")} tone="quiet" onPress={() => answer("easy")} />
            </ButtonRow>
          ) : (
            <Button icon="eye-outline" label={say("showAnswer")} onPress={() => setIsTurned(true)} />
          )}
        </Card>
      )}
      <Card heading={KINDS[kind].plural}>
        <ShareBars shares={counts} />
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    card: { minHeight: 220, alignItems: "center", justifyContent: "center", gap: SPACE.m, padding: SPACE.l, borderRadius: RADIUS.l, backgroundColor: theme.tint },
    front: { fontSize: 34, lineHeight: 42, fontWeight: "800", textAlign: "center", color: theme.text },
    back: { fontSize: 22, lineHeight: 30, textAlign: "center", color: theme.text },
    hint: { fontSize: 14, color: theme.muted },
  });
`,
  },
  {
    path: 'components/wheel.tsx',
    content: `import { useRef, useState } from "react";
import { Animated, Easing, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { addMark, useMarks } from "../lib/marks";
import { BLANK } from "../lib/model";
import { titleOf, useRecords } from "../lib/records";
import { addRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";
import { TextField } from "./text-field";

const SIZE = 260;
const SPIN_MS = 1600;

function anyOf(count: number): number {
  return Math.floor(Math.random() * count);
}

/** Draws one of the records by chance. */
export function Wheel({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const options = useRecords(kind).map((record) => titleOf(kind, record));
  const drawn = useMarks("draw");
  const [turn] = useState(() => new Animated.Value(0));
  const turned = useRef(0);
  const [result, setResult] = useState<string>();
  const [text, setText] = useState("");
  const spin = () => {
    if (options.length === 0) return;
    const index = anyOf(options.length);
    const share = 1 / options.length;
    turned.current = Math.ceil(turned.current) + 4 + 1 - (index + 0.5) * share;
    setResult(undefined);
    Animated.timing(turn, { toValue: turned.current, duration: SPIN_MS, easing: Easing.out(Easing.cubic), useNativeDriver: false }).start(() => {
      setResult(options[index]);
      addMark("draw", "", 0, options[index]);
    });
  };
  const add = () => {
    if (text.trim() === "") return;
    addRecord(kind, { ...BLANK[kind], [KINDS[kind].title]: text.trim() } as never);
    setText("");
  };
  const rotate = turn.interpolate({ inputRange: [0, 1], outputRange: ["0deg", "360deg"] });
  return (
    <Columns>
      <Card>
        <View style={styles.stage}>
          <View style={styles.pointer} />
          <Animated.View style={[styles.wheel, { transform: [{ rotate }] }]}>
            {options.map((option, index) => (
              <View key={option + String(index)} style={[styles.spoke, { transform: [{ rotate: \`\${((index + 0.5) * 360) / options.length}deg\` }] }]}>
                <Text numberOfLines={1} style={styles.option}>
                  {option}
                </Text>
              </View>
            ))}
          </Animated.View>
        </View>
        <Button icon="sync-outline" label={say("spin")} onPress={spin} />
      </Card>
      {result !== undefined && <ResultCard label={say("drawn")} value={result} />}
      <Card heading={KINDS[kind].plural}>
        <TextField label={say("add", { noun: KINDS[kind].noun })} value={text} onChange={setText} onSubmit={add} />
        <Button icon="add" label={say("addLine")} tone="quiet" onPress={add} />
        {drawn.length > 0 && <Text style={styles.hint}>{say("before") + ": " + drawn.slice(0, 5).map((mark) => mark.text).join(", ")}</Text>}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    stage: { alignItems: "center", paddingVertical: SPACE.s, overflow: "hidden" },
    pointer: {
      width: 0,
      height: 0,
      borderLeftWidth: 12,
      borderRightWidth: 12,
      borderTopWidth: 20,
      borderLeftColor: "transparent",
      borderRightColor: "transparent",
      borderTopColor: theme.primary,
      marginBottom: -6,
      zIndex: 1,
    },
    wheel: { width: SIZE, height: SIZE, borderRadius: RADIUS.round, borderWidth: 8, borderColor: theme.primary, backgroundColor: theme.tint, overflow: "hidden" },
    spoke: { position: "absolute", left: SIZE / 2 - 48, top: -8, width: 80, height: SIZE, alignItems: "center", paddingTop: 24 },
    option: { maxWidth: 84, fontSize: 13, fontWeight: "700", color: theme.text },
    hint: { fontSize: 14, lineHeight: 20, color: theme.muted },
  });
`,
  },
  {
    path: 'components/dice.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { addMark, useMarks } from "../lib/marks";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";
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
    addMark("roll", "", fell.reduce((sum, one) => sum + one, 0), fell.join(" + "));
  };
  return (
    <Columns>
      <Card>
        <View style={styles.dice}>
          {rolled.map((one, index) => (
            <View key={index} accessibilityRole="image" accessibilityLabel={String(one)} style={styles.die}>
              <Text style={styles.pips}>{one}</Text>
            </View>
          ))}
        </View>
        <Button icon="dice-outline" label={say("roll")} onPress={roll} />
        <Stepper label={say("dice")} value={dice} min={1} max={8} onChange={setDice} />
      </Card>
      <ResultCard
        label={say("sum")}
        value={String(rolled.reduce((sum, one) => sum + one, 0))}
        lines={earlier.slice(0, 5).map((mark) => ({ label: mark.text, value: String(mark.value) })).slice(1)}
      />
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    dice: { flexDirection: "row", flexWrap: "wrap", justifyContent: "center", gap: SPACE.m, paddingVertical: SPACE.l },
    die: { width: 88, height: 88, alignItems: "center", justifyContent: "center", borderRadius: RADIUS.m, backgroundColor: theme.tint, borderWidth: 2, borderColor: theme.primary },
    pips: { fontSize: 40, fontWeight: "800", color: theme.primary },
  });
`,
  },
  {
    path: 'components/bingo.tsx',
    content: `import { Pressable, StyleSheet, Text, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { removeMark, setMark, useMarks } from "../lib/marks";
import { recordsOf, titleOf } from "../lib/records";
import { shuffled } from "../lib/scores";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";

/** A card to cross off: a whole row, column or diagonal is a bingo. */
export function Bingo({ size, kind }: { size: number; kind?: KindName }) {
  const styles = useStyles(createStyles);
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
                <Pressable
                  key={column}
                  accessibilityRole="checkbox"
                  accessibilityLabel={cells[index] ?? ""}
                  aria-checked={isCrossed(index)}
                  onPress={() => toggle(index)}
                  style={[styles.cell, isCrossed(index) && styles.crossed]}
                >
                  <Text style={[styles.text, isCrossed(index) && styles.crossedText]}>{cells[index]}</Text>
                </Pressable>
              );
            })}
          </View>
        ))}
      </View>
      <View style={styles.grid}>
        <ResultCard label={won > 0 ? say("bingo") : say("crossOff")} value={say("rows", { n: won })} />
        <Button icon="refresh-outline" label={say("newCard")} onPress={renew} />
      </View>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    grid: { gap: SPACE.s },
    row: { flexDirection: "row", gap: SPACE.xs },
    cell: { flex: 1, minWidth: 0, minHeight: 64, alignItems: "center", justifyContent: "center", padding: 2, borderRadius: 12, borderWidth: 1, borderColor: theme.border, backgroundColor: theme.surface },
    crossed: { backgroundColor: theme.primary, borderColor: theme.primary },
    text: { fontSize: 13, fontWeight: "700", textAlign: "center", color: theme.text },
    crossedText: { color: theme.onPrimary },
  });
`,
  },
  {
    path: 'components/memory.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { type ComponentProps, useState } from "react";
import { Pressable, StyleSheet, View } from "react-native";

import { setMark, useMarks } from "../lib/marks";
import { shuffled } from "../lib/scores";
import { SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";

type Glyph = ComponentProps<typeof Ionicons>["name"];

const GLYPHS: readonly Glyph[] = ["heart", "star", "leaf", "moon", "sunny", "flower", "rocket", "paw", "fish", "musical-notes", "car", "umbrella"];

/** Finds the pairs in as few moves as it takes. */
export function Memory({ pairs }: { pairs: number }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const [game, setGame] = useState(1);
  const [open, setOpen] = useState<readonly number[]>([]);
  const [found, setFound] = useState<readonly Glyph[]>([]);
  const [moves, setMoves] = useState(0);
  const best = useMarks("memory").find(({ of }) => of === "best")?.value;
  const glyphs = GLYPHS.slice(0, pairs);
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
      <View style={styles.grid}>
        {cards.map((card, index) => {
          const isOpen = open.includes(index) || found.includes(card);
          return (
            <Pressable
              key={index}
              accessibilityRole="button"
              accessibilityLabel={say("cardNumber", { n: index + 1 }) + (isOpen ? ": " + card : "")}
              onPress={() => turn(index)}
              style={[styles.card, isOpen && styles.open]}
            >
              <Ionicons name={isOpen ? card : "help"} size={28} color={isOpen ? theme.primary : theme.onPrimary} />
            </Pressable>
          );
        })}
      </View>
      <View style={styles.side}>
        <ResultCard
          label={isDone ? say("allFound") : say("pairsFound", { found: found.length, all: glyphs.length })}
          value={say("moves", { n: moves })}
          lines={best === undefined ? [] : [{ label: say("best"), value: say("moves", { n: best }) }]}
        />
        <Button icon="refresh-outline" label={say("newGame")} onPress={restart} />
      </View>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    grid: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    card: { flexGrow: 1, flexBasis: "21%", minHeight: 72, alignItems: "center", justifyContent: "center", borderRadius: 16, backgroundColor: theme.primary },
    open: { backgroundColor: theme.tint },
    side: { gap: SPACE.m },
  });
`,
  },
];
