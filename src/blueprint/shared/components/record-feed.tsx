import { StyleSheet, Text, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, belongingTo, fieldOf, summaryOf, titleOf } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, raised, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Avatar } from "./avatar";
import { IconButton } from "./icon-button";
import { Press } from "./press";
import { RecordList, type RecordListProps } from "./record-list";
import { Row } from "./row";
import { Words } from "./words";

/** Posts one below the other: who, when, a picture, the words, and a like that counts. */
export function RecordFeed(props: Omit<RecordListProps, "look" | "action" | "post">) {
  return <RecordList {...props} look="posts" post={(record) => <Post kind={props.kind} record={record} />} />;
}

function Post({ kind, record }: { kind: KindName; record: AnyRecord }) {
  const styles = useStyles(createStyles);
  const { icon, details, fields } = KINDS[kind];
  const author = fieldOf(kind, "text");
  const body = fieldOf(kind, "longtext");
  const flag = fieldOf(kind, "boolean");
  const likes = fields.find(({ name, type }) => type === "number" && /like|vote|clap/i.test(name));
  const who = author === undefined ? undefined : String(record[author.name] ?? "") || say("you");
  const replies = belongingTo(kind, record.id).reduce((sum, { records }) => sum + records.length, 0);
  return (
    <View style={styles.post}>
      <View style={styles.top}>
        {who !== undefined && <Avatar name={who} />}
        <View style={styles.texts}>
          {who !== undefined && <Words look="strong">{who}</Words>}
          <Words look="small">{summaryOf(kind, record).subtitle}</Words>
        </View>
      </View>
      <Press
        label={titleOf(kind, record)}
        disabled={details === undefined}
        onPress={() => details !== undefined && openScreen(details, { id: record.id })}
        style={styles.open}
      >
        <Artwork text={titleOf(kind, record)} icon={icon} height={180} radius={RADIUS.m} />
        <Text style={styles.title}>{titleOf(kind, record)}</Text>
        {body !== undefined && record[body.name] !== "" && (
          <Text numberOfLines={4} style={styles.body}>
            {String(record[body.name])}
          </Text>
        )}
      </Press>
      <Row style={styles.bottom}>
        {flag !== undefined && (
          <IconButton
            icon={record[flag.name] === true ? "heart" : "heart-outline"}
            label={titleOf(kind, record) + ": " + flag.label.toLowerCase()}
            isOn={record[flag.name] === true}
            tone={record[flag.name] === true ? "danger" : "muted"}
            onPress={() => like(kind, record, flag, likes)}
          />
        )}
        {likes !== undefined && <Words look="small">{say("likes", { n: Number(record[likes.name]) })}</Words>}
        {replies > 0 && <Words look="small">{"· " + say("replies", { n: replies })}</Words>}
      </Row>
    </View>
  );
}

function like(kind: KindName, record: AnyRecord, flag: Field, likes: Field | undefined): void {
  const isLiked = record[flag.name] === true;
  const count = likes === undefined ? {} : { [likes.name]: Number(record[likes.name]) + (isLiked ? -1 : 1) };
  updateRecord(kind, record.id, { [flag.name]: !isLiked, ...count } as never);
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    post: { ...raised(theme), padding: 12, gap: 12, borderRadius: RADIUS.l },
    top: { flexDirection: "row", alignItems: "center", gap: 12 },
    texts: { flex: 1, minWidth: 0 },
    open: { gap: 10 },
    title: { fontSize: 18, lineHeight: 24, fontWeight: "700", color: theme.text },
    body: { fontSize: 15, lineHeight: 22, color: theme.muted },
    bottom: { minHeight: 44, gap: SPACE.xs, marginLeft: -SPACE.s },
  });
