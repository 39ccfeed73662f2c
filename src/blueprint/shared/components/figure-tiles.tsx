import { StyleSheet } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { valueText, useRecords } from "../lib/records";
import { SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { Row } from "./row";
import { StatTile } from "./stat-tile";

/** How many records of each kind there are, and what adds up. */
export function FigureTiles({ kinds, figures = 1 }: { kinds: readonly KindName[]; figures?: number }) {
  return (
    <Row style={styles.tiles}>
      {kinds.map((kind) => (
        <Tiles key={kind} kind={kind} figures={figures} />
      ))}
    </Row>
  );
}

function Tiles({ kind, figures }: { kind: KindName; figures: number }) {
  const records = useRecords(kind);
  const { icon, plural, list, fields } = KINDS[kind];
  // Nothing adds up to nothing: the figures come with the first record.
  const summed = records.length === 0 ? [] : fields.filter(({ summary }) => summary !== undefined).slice(0, figures);
  const value = ({ name, summary }: Field) =>
    records.reduce((sum, record) => sum + Number(record[name]), 0) / (summary === "average" ? records.length : 1);
  // A total is no "Total: Total".
  const told = ({ summary, label }: Field) => {
    const text = say(summary === "average" ? "average" : "total", { what: label });
    return new Set(text.split(/\s?: /)).size === 1 ? label : text;
  };
  return (
    <>
      <StatTile icon={icon} value={String(records.length)} label={plural} onPress={list === undefined ? undefined : () => openScreen(list)} />
      {summed.map((field) => (
        <StatTile
          key={field.name}
          icon={field.type === "money" ? "cash-outline" : "trending-up-outline"}
          value={valueText(field, field.type === "money" ? value(field) : Math.round(10 * value(field)) / 10)}
          label={told(field)}
        />
      ))}
    </>
  );
}

const styles = StyleSheet.create({ tiles: { alignItems: "stretch", gap: SPACE.m } });
