import type { ReactNode } from "react";
import { FlatList, Pressable, StyleSheet, Text, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { openScreen, type Path } from "../lib/navigation";
import { type AnyRecord, belongingTo, fieldOf, inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, raised, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Avatar } from "./avatar";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { IconButton } from "./icon-button";
import { Screen } from "./screen";

interface RecordFeedProps {
  kind: KindName;
  title: string;
  backTo?: Path;
  actions?: ReactNode;
}

/** Posts one below the other: who, when, a picture, the words, and a like that counts. */
export function RecordFeed({ kind, title, backTo, actions }: RecordFeedProps) {
  const styles = useStyles(createStyles);
  const { icon, noun, nouns, form } = KINDS[kind];
  const add = form === undefined ? undefined : () => openScreen(form);
  return (
    <Screen
      title={title}
      backTo={backTo}
      scrolls={false}
      actions={
        <>
          {add !== undefined && <IconButton icon="add" label={say("add", { noun })} tone="primary" onPress={add} />}
          {actions}
        </>
      }
    >
      <FlatList
        data={inOrder(kind, useRecords(kind))}
        keyExtractor={(record) => record.id}
        contentContainerStyle={styles.list}
        ListEmptyComponent={
          <EmptyState icon={icon} title={say("noneYet", { nouns })} hint={say("addFirst")}>
            {add !== undefined && <Button icon="add" label={say("add", { noun })} onPress={add} />}
          </EmptyState>
        }
        renderItem={({ item }) => <Post kind={kind} record={item} />}
      />
    </Screen>
  );
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
          {who !== undefined && <Text style={styles.author}>{who}</Text>}
          <Text style={styles.muted}>{summaryOf(kind, record).subtitle}</Text>
        </View>
      </View>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={titleOf(kind, record)}
        disabled={details === undefined}
        onPress={() => details !== undefined && openScreen(details, { id: record.id })}
        style={({ pressed }) => [styles.open, pressed && styles.pressed]}
      >
        <Artwork text={titleOf(kind, record)} icon={icon} height={180} radius={RADIUS.m} />
        <Text style={styles.title}>{titleOf(kind, record)}</Text>
        {body !== undefined && record[body.name] !== "" && (
          <Text numberOfLines={4} style={styles.body}>
            {String(record[body.name])}
          </Text>
        )}
      </Pressable>
      <View style={styles.bottom}>
        {flag !== undefined && (
          <IconButton
            icon={record[flag.name] === true ? "heart" : "heart-outline"}
            label={titleOf(kind, record) + ": " + flag.label.toLowerCase()}
            isOn={record[flag.name] === true}
            tone={record[flag.name] === true ? "danger" : "muted"}
            onPress={() => like(kind, record, flag, likes)}
          />
        )}
        {likes !== undefined && <Text style={styles.muted}>{say("likes", { n: Number(record[likes.name]) })}</Text>}
        {replies > 0 && <Text style={styles.muted}>{"· " + say("replies", { n: replies })}</Text>}
      </View>
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
    list: { gap: SPACE.m, padding: SPACE.m, paddingTop: SPACE.s, paddingBottom: SPACE.xl, width: "100%", maxWidth: 672, alignSelf: "center" },
    post: {
      ...raised(theme),
      padding: 12,
      gap: 12,
      borderRadius: RADIUS.l,
    },
    top: { flexDirection: "row", alignItems: "center", gap: 12 },
    texts: { flex: 1, minWidth: 0 },
    author: { fontSize: 15, fontWeight: "700", color: theme.text },
    muted: { fontSize: 13, lineHeight: 18, color: theme.muted },
    open: { gap: 10 },
    pressed: { opacity: 0.75 },
    title: { fontSize: 18, lineHeight: 24, fontWeight: "700", color: theme.text },
    body: { fontSize: 15, lineHeight: 22, color: theme.muted },
    bottom: { minHeight: 44, flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: SPACE.xs, marginLeft: -SPACE.s },
  });
