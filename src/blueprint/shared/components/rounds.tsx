import { type ReactNode, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { keepScore } from "../lib/scores";
import { usePreferences } from "../lib/store";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { Heading } from "./heading";
import { ProgressBar } from "./progress-bar";
import { ResultCard } from "./result-card";
import { ScoreBoard } from "./score-board";
import { Words } from "./words";

/** One thing that is asked: what may be answered, and what is right. */
export interface Round {
  id: string;
  asked: string;
  answers: readonly string[];
  right: string;
}

interface RoundsProps {
  title: string;
  /** The rounds of a new game; `game` counts games. */
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
        <>
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
        </>
        {scores !== undefined && <ScoreBoard kind={scores} count={8} />}
      </Columns>
    );
  }
  return (
    <Columns>
      <Card>
        <Words>{say("countOf", { shown: index + 1, all: rounds.length }) + " · " + say("points", { n: right * POINTS })}</Words>
        <ProgressBar percent={(100 * (index + 1)) / rounds.length} />
        <Heading look="record">{round.asked}</Heading>
        <View style={styles.answers}>
          {round.answers.map((text) => (
            <Chip
              key={text}
              label={text}
              role="button"
              isChosen={given === text || (given !== undefined && text === round.right)}
              onPress={() => answer(text)}
            />
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
    answers: { gap: SPACE.s },
    verdict: { paddingTop: SPACE.s, fontSize: 16, lineHeight: 22, fontWeight: "700", color: theme.primary },
    wrong: { color: theme.danger },
  });
