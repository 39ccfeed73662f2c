import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { addMark, useMarks } from "../lib/marks";
import { formatNumber, readNumber } from "../lib/numbers";
import { titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { Chip } from "./chip";
import { Columns } from "./columns";
import { DetailLine } from "./detail-line";
import { Row } from "./row";
import { TextField } from "./text-field";
import { Words } from "./words";

interface StockProps {
  kind: KindName;
  /** How many there are, and below how many there are too few. */
  level: string;
  least?: string;
}

const LEAST = 5;

/** Takes stock in and out, warns where there is too little, and remembers each movement. */
export function Stock({ kind, level, least }: StockProps) {
  const styles = useStyles(createStyles);
  const items = useRecords(kind);
  const moves = useMarks("stock");
  const [id, setId] = useState(items[0]?.id ?? "");
  const [text, setText] = useState("1");
  const [problem, setProblem] = useState<string>();
  const item = items.find((one) => one.id === id);
  const unit = KINDS[kind].fields.find(({ name }) => name === level)?.unit;
  const leastOf = (one: (typeof items)[number]) => Number(least === undefined ? LEAST : one[least]);
  const low = items.filter((one) => Number(one[level]) <= leastOf(one));
  const move = (sign: 1 | -1) => {
    const amount = readNumber(text, unit);
    if (item === undefined || amount === undefined || amount <= 0) return setProblem(say("cannotRead", { example: formatNumber(12) }));
    const next = Number(item[level]) + sign * amount;
    if (next < 0) return setProblem(say("notSoMany", { n: formatNumber(Number(item[level]), unit) }));
    updateRecord(kind, id, { [level]: next } as never);
    addMark("stock", id, sign * amount, dayFromToday(0));
    setProblem(undefined);
  };
  return (
    <Columns>
      {low.length > 0 && (
        <Card heading={say("lowStock")} aside={<Text style={styles.warning}>{low.length}</Text>}>
          {low.map((one) => (
            <Row key={one.id} isApart style={styles.low}>
              <Words look="strong">{titleOf(kind, one)}</Words>
              <Text style={styles.warning}>{formatNumber(Number(one[level]), unit)}</Text>
            </Row>
          ))}
        </Card>
      )}
      <Card heading={say("inAndOut")}>
        <Row>
          {items.map((one) => (
            <Chip key={one.id} label={titleOf(kind, one)} role="button" isChosen={one.id === id} onPress={() => setId(one.id)} />
          ))}
        </Row>
        {item !== undefined && <Text style={styles.level}>{formatNumber(Number(item[level]), unit)}</Text>}
        <TextField label={say("amount")} value={text} onChange={setText} isNumeric unit={unit} error={problem} />
        <ButtonRow>
          <Button icon="arrow-down" label={say("stockIn")} onPress={() => move(1)} />
          <Button icon="arrow-up" label={say("stockOut")} tone="quiet" onPress={() => move(-1)} />
        </ButtonRow>
      </Card>
      <Card heading={say("movements")}>
        {moves.length === 0 && <Words>{say("nothingYet")}</Words>}
        {moves.slice(0, 8).map((one) => (
          <DetailLine
            key={one.id}
            label={titleOf(kind, items.find((other) => other.id === one.of) ?? { id: "" }) + " · " + formatDay(one.text)}
            value={(one.value > 0 ? "+" : "") + formatNumber(one.value, unit)}
          />
        ))}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    low: { minHeight: 40 },
    warning: { fontSize: 16, fontWeight: "800", color: theme.danger },
    level: {
      paddingVertical: SPACE.m,
      fontSize: 40,
      fontWeight: "800",
      textAlign: "center",
      borderRadius: RADIUS.m,
      overflow: "hidden",
      color: theme.primary,
      backgroundColor: theme.tint,
    },
  });
