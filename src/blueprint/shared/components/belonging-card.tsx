import { StyleSheet, Text } from "react-native";

import { KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type Belonging, summaryOf, valueText } from "../lib/records";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { RecordRow } from "./record-row";

const SHOWN = 6;

/** The records that link to another one, and what they add up to. */
export function BelongingCard({ group: { kind, field, records }, of }: { group: Belonging; of: string }) {
  const styles = useStyles(createStyles);
  const { plural, icon, noun, form, details, fields } = KINDS[kind];
  const summed = fields.find(({ type, summary }) => type === "money" || (type === "number" && summary === "sum"));
  const isNamed = fields.filter(({ to }) => to === field.to).length > 1;
  const total = summed === undefined ? 0 : records.reduce((sum, record) => sum + Number(record[summed.name]), 0);
  return (
    <Card
      heading={isNamed ? plural + " · " + field.label : plural}
      aside={
        <Text style={styles.total}>
          {summed === undefined || field.type === "links" ? say("entries", { n: records.length }) : valueText(summed, total)}
        </Text>
      }
    >
      {records.length === 0 && <Text style={styles.nothing}>{say("nothingYet")}</Text>}
      {records.slice(0, SHOWN).map((record) => (
        <RecordRow
          key={record.id}
          icon={icon}
          summary={summaryOf(kind, record)}
          isDone={record.done === true}
          onPress={details === undefined ? undefined : () => openScreen(details, { id: record.id })}
        />
      ))}
      {form !== undefined && <Button icon="add" label={say("add", { noun })} tone="quiet" onPress={() => openScreen(form, { [field.name]: of })} />}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    total: { fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.primary },
    nothing: { fontSize: 15, color: theme.muted },
  });
