import { StyleSheet } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, recordsOf } from "../lib/records";
import { useData } from "../lib/store";
import { SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Ring } from "./ring";
import { Row } from "./row";
import { Words } from "./words";

/** Shares of a whole: how many are done, an average in percent; of what has no records yet there is no share. */
export function RingRow({ kinds }: { kinds: readonly KindName[] }) {
  const data = useData();
  const shown = kinds.flatMap((kind) => {
    const field = KINDS[kind].fields.find(({ type, unit }) => type === "boolean" || unit === "%");
    return field === undefined || data[kind].length === 0 ? [] : [{ kind, field }];
  });
  return (
    <Card heading={say("glance")}>
      {shown.length === 0 && <Words>{say("nothingYet")}</Words>}
      <Row style={styles.rings}>
        {shown.map(({ kind, field }) => (
          <Ring key={kind} label={KINDS[kind].plural + ": " + field.label.toLowerCase()} percent={shareOf(recordsOf(kind), field)} />
        ))}
      </Row>
    </Card>
  );
}

function shareOf(records: readonly AnyRecord[], { name, type }: Field): number {
  const sum = records.reduce((all, record) => all + (type === "boolean" ? 100 * Number(record[name] === true) : Number(record[name])), 0);
  return Math.round(sum / records.length);
}

const styles = StyleSheet.create({
  rings: { alignItems: "flex-start", justifyContent: "space-around", gap: SPACE.m, paddingVertical: SPACE.s },
});
