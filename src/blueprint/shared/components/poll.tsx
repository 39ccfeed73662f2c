import { Pressable, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { addMark, removeMark, setMark, useMarks } from "../lib/marks";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { EmptyState } from "./empty-state";

/** Polls to vote in: one vote each, that can be changed; then the bars. */
export function Polls({ kind, answers }: { kind: KindName; answers: string }) {
  const polls = inOrder(kind, useRecords(kind));
  const { form, noun, nouns, icon } = KINDS[kind];
  return (
    <>
      {form !== undefined && <Button icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
      {polls.length === 0 && <EmptyState icon={icon} title={say("noneYet", { nouns })} hint={say("addFirst")} />}
      <Columns>
        {polls.map((poll) => (
          <Poll key={poll.id} kind={kind} poll={poll} answers={answers} />
        ))}
      </Columns>
    </>
  );
}

function Poll({ kind, poll, answers }: { kind: KindName; poll: AnyRecord; answers: string }) {
  const styles = useStyles(createStyles);
  const mine = useMarks("vote").find(({ of }) => of === poll.id);
  const others = useMarks("votes").filter(({ of }) => of === poll.id);
  const given = poll[answers];
  const options = Array.isArray(given) ? (given as readonly string[]) : [];
  const count = (option: string) =>
    others.filter(({ text }) => text === option).reduce((sum, { value }) => sum + value, 0) + Number(mine?.text === option);
  const all = options.reduce((sum, option) => sum + count(option), 0);
  const vote = (option: string) => {
    if (mine === undefined) addMark("vote", poll.id, 1, option);
    else if (mine.text === option) removeMark(mine.id);
    else setMark("vote", poll.id, 1, option);
  };
  return (
    <Card heading={titleOf(kind, poll)} aside={<Text style={styles.count}>{say("votes", { n: all })}</Text>}>
      {summaryOf(kind, poll).subtitle !== "" && <Text style={styles.hint}>{summaryOf(kind, poll).subtitle}</Text>}
      <View accessibilityRole="radiogroup" accessibilityLabel={titleOf(kind, poll)} style={styles.options}>
        {options.map((option) => {
          const share = all === 0 ? 0 : Math.round((100 * count(option)) / all);
          const isMine = mine?.text === option;
          return (
            <Pressable
              key={option}
              accessibilityRole="radio"
              accessibilityLabel={option}
              aria-checked={isMine}
              onPress={() => vote(option)}
              style={[styles.option, isMine && styles.mine]}
            >
              {mine !== undefined && <View style={[styles.bar, { width: `${share}%` }]} />}
              <Text style={styles.text}>{option}</Text>
              {mine !== undefined && <Text style={styles.share}>{String(share) + " %"}</Text>}
            </Pressable>
          );
        })}
      </View>
      <Text style={styles.hint}>{say(mine === undefined ? "pressToVote" : "changeVote")}</Text>
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    count: { fontSize: 14, fontWeight: "700", color: theme.primary },
    options: { gap: SPACE.s },
    option: {
      minHeight: TOUCH + 4,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: 12,
      paddingVertical: SPACE.xs,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      overflow: "hidden",
    },
    mine: { borderColor: theme.primary, borderWidth: 2 },
    bar: { position: "absolute", left: 0, top: 0, bottom: 0, backgroundColor: theme.tint },
    text: { flex: 1, minWidth: 0, fontSize: 16, fontWeight: "600", color: theme.text },
    share: { fontSize: 15, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
    hint: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
