import { ScrollView, StyleSheet, Text, View } from "react-native";

import { useDragSource, useDropTarget } from "../lib/drag";
import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, fieldOf, inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { outlined, RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";
import { Press } from "./press";
import { Row } from "./row";
import { Words } from "./words";

/** Columns of cards; a card is dragged, or moved by its arrows. */
export function Board({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const field = fieldOf(kind, "choice");
  const records = inOrder(kind, useRecords(kind));
  const columns = field?.choices ?? [];
  const name = field?.name ?? "";
  return (
    <ScrollView horizontal style={styles.scroll} contentContainerStyle={styles.board}>
      {columns.map((column, index) => (
        <Column
          key={column}
          kind={kind}
          field={name}
          column={column}
          beside={[columns[index - 1], columns[index + 1]]}
          cards={records.filter((record) => record[name] === column)}
        />
      ))}
    </ScrollView>
  );
}

interface ColumnProps {
  kind: KindName;
  field: string;
  column: string;
  /** The columns before and after it. */
  beside: readonly [string | undefined, string | undefined];
  cards: readonly AnyRecord[];
}

function Column({ kind, field, column, beside, cards }: ColumnProps) {
  const styles = useStyles(createStyles);
  const move = (id: string, to: string) => updateRecord(kind, id, { [field]: to } as never);
  const target = useDropTarget((id) => move(id, column));
  return (
    <View ref={target} style={styles.column}>
      <Row isApart>
        <Heading>{column}</Heading>
        <Words look="figure">{cards.length}</Words>
      </Row>
      {cards.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
      {cards.map((card) => (
        <BoardCard key={card.id} kind={kind} card={card} beside={beside} onMove={(to) => move(card.id, to)} />
      ))}
      <AddButton kind={kind} tone="quiet" preset={{ [field]: column }} />
    </View>
  );
}

interface BoardCardProps extends Pick<ColumnProps, "kind" | "beside"> {
  card: AnyRecord;
  onMove: (to: string) => void;
}

function BoardCard({ kind, card, beside: [before, after], onMove }: BoardCardProps) {
  const styles = useStyles(createStyles);
  const source = useDragSource(card.id);
  const { details } = KINDS[kind];
  const title = titleOf(kind, card);
  const column = String(card[fieldOf(kind, "choice")?.name ?? ""]);
  const hint = summaryOf(kind, card)
    .subtitle.split(" · ")
    .filter((part) => part !== "" && part !== column)
    .join(" · ");
  return (
    <View ref={source} style={styles.card}>
      <Press
        label={hint === "" ? title : title + ", " + hint}
        disabled={details === undefined}
        onPress={() => details !== undefined && openScreen(details, { id: card.id })}
        style={styles.open}
      >
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.hint}>{hint}</Text>
      </Press>
      <View style={styles.arrows}>
        {before !== undefined && <IconButton icon="arrow-back" label={say("moveTo", { name: title, to: before })} onPress={() => onMove(before)} />}
        <View style={styles.gap} />
        {after !== undefined && <IconButton icon="arrow-forward" label={say("moveTo", { name: title, to: after })} onPress={() => onMove(after)} />}
      </View>
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    scroll: { marginHorizontal: -SPACE.m },
    board: { gap: 12, paddingHorizontal: SPACE.m, alignItems: "flex-start" },
    column: { width: 272, gap: 10, padding: 12, borderRadius: RADIUS.l, backgroundColor: theme.tint },
    card: { ...outlined(theme), padding: 12, paddingBottom: 2, borderRadius: RADIUS.m, boxShadow: theme.shadow },
    open: { minHeight: 44, gap: 2 },
    title: { fontSize: 15, lineHeight: 20, fontWeight: "700", color: theme.text },
    hint: { fontSize: 13, lineHeight: 18, color: theme.text },
    arrows: { flexDirection: "row" },
    gap: { flex: 1 },
  });
