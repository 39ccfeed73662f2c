import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { dayFromToday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { setMark, useMarks } from "../lib/marks";
import { titleOf, useRecords } from "../lib/records";
import { afterAnswer, type Known } from "../lib/repetition";
import { CENTRED, RADIUS, SPACE, type Theme, useFitting, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { Columns } from "./columns";
import { EmptyState } from "./empty-state";
import { Press } from "./press";
import { ShareBars } from "./share-bars";

/** Shows the cards that are due; how well one was known says when it comes again. */
export function Flashcards({ kind, back }: { kind: KindName; back: string }) {
  const styles = useStyles(createStyles);
  const fitting = useFitting(7 * SPACE.m);
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
          <Press
            label={titleOf(kind, card) + (isTurned ? ": " + String(card[back]) : ", " + say("pressToTurn"))}
            onPress={() => setIsTurned(true)}
            style={styles.card}
          >
            <Text style={[styles.front, { fontSize: fitting(titleOf(kind, card), 34) }]}>{titleOf(kind, card)}</Text>
            <Text style={isTurned ? styles.back : styles.hint}>{isTurned ? String(card[back]) : say("pressToTurn")}</Text>
          </Press>
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
    card: { minHeight: 220, ...CENTRED, gap: SPACE.m, padding: SPACE.l, borderRadius: RADIUS.l, backgroundColor: theme.tint },
    front: { fontWeight: "800", textAlign: "center", color: theme.text },
    back: { fontSize: 22, lineHeight: 30, textAlign: "center", color: theme.text },
    hint: { fontSize: 14, color: theme.muted },
  });
