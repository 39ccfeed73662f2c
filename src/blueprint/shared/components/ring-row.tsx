import { StyleSheet } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { useRecords } from "../lib/records";
import { SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { Ring } from "./ring";
import { Row } from "./row";

/** Shares of a whole: how many are done, an average in percent. */
export function RingRow({ kinds }: { kinds: readonly KindName[] }) {
  return (
    <Card heading={say("glance")}>
      <Row style={styles.rings}>
        {kinds.map((kind) => (
          <Rings key={kind} kind={kind} />
        ))}
      </Row>
    </Card>
  );
}

function Rings({ kind }: { kind: KindName }) {
  const records = useRecords(kind);
  const { fields, plural } = KINDS[kind];
  const all = Math.max(1, records.length);
  const share = ({ name, type }: Field) =>
    records.reduce((sum, record) => sum + (type === "boolean" ? 100 * Number(record[name] === true) : Number(record[name])), 0) / all;
  const shown = fields.filter(({ type, unit }) => type === "boolean" || unit === "%").slice(0, 1);
  return shown.map((field) => <Ring key={field.name} label={plural + ": " + field.label.toLowerCase()} percent={Math.round(share(field))} />);
}

const styles = StyleSheet.create({
  rings: { alignItems: "flex-start", justifyContent: "space-around", gap: SPACE.m, paddingVertical: SPACE.s },
});
