import { StyleSheet, Text, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { addMark, removeMark, setMark, useMarks } from "../lib/marks";
import { type AnyRecord, inOrder, summaryOf, textsOf, titleOf, useRecords } from "../lib/records";
import { SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Card } from "./card";
import { Columns } from "./columns";
import { Press } from "./press";
import { Words } from "./words";

/** Polls to vote in: one vote each, that can be changed; then the bars. */
export function Polls({ kind, answers }: { kind: KindName; answers: string }) {
  const polls = inOrder(kind, useRecords(kind));
  return (
    <>
      <AddButton kind={kind} />
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
  const options = textsOf(poll[answers]);
  const count = (option: string) =>
    others.filter(({ text }) => text === option).reduce((sum, { value }) => sum + value, 0) + Number(mine?.text === option);
  const all = options.reduce((sum, option) => sum + count(option), 0);
  const vote = (option: string) => {
    if (mine === undefined) addMark("vote", poll.id, 1, option);
    else if (mine.text === option) removeMark(mine.id);
    else setMark("vote", poll.id, 1, option);
  };
  return (
    <Card heading={titleOf(kind, poll)} aside={<Words look="figure">{say("votes", { n: all })}</Words>}>
      {summaryOf(kind, poll).subtitle !== "" && <Words look="small">{summaryOf(kind, poll).subtitle}</Words>}
      <View accessibilityRole="radiogroup" accessibilityLabel={titleOf(kind, poll)} style={styles.options}>
        {options.map((option) => {
          const share = all === 0 ? 0 : Math.round((100 * count(option)) / all);
          const isMine = mine?.text === option;
          return (
            <Press
              key={option}
              role="radio"
              label={option}
              isChecked={isMine}
              onPress={() => vote(option)}
              style={[styles.option, isMine && styles.mine]}
            >
              {mine !== undefined && <View style={[styles.bar, { width: `${share}%` }]} />}
              <Text style={styles.text}>{option}</Text>
              {mine !== undefined && <Words look="figure">{String(share) + " %"}</Words>}
            </Press>
          );
        })}
      </View>
      <Words look="small">{say(mine === undefined ? "pressToVote" : "changeVote")}</Words>
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
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
  });
