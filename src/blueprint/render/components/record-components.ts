import type { SourceFile } from '../../../generation/plan.js';

/** Lists and details of any kind of record. */
export const recordComponents: readonly SourceFile[] = [
  {
    path: 'components/flag-button.tsx',
    content: `import type { KindName } from "../lib/kinds";
import { type AnyRecord, titleOf } from "../lib/records";
import { updateRecord } from "../lib/store";
import { KINDS } from "../lib/kinds";
import { IconButton } from "./icon-button";

/** The name of the field that a row can switch: done, favourite. */
export function flagOf(kind: KindName): "done" | "favourite" | undefined {
  const names = KINDS[kind].fields.flatMap(({ name, type }) => (type === "boolean" ? [name] : []));
  return names.includes("done") ? "done" : names.includes("favourite") ? "favourite" : undefined;
}

/** Ticks a task off, or marks a favourite. */
export function FlagButton({ kind, record }: { kind: KindName; record: AnyRecord }) {
  const flag = flagOf(kind);
  if (flag === undefined) return null;
  const isOn = record[flag] === true;
  const label = KINDS[kind].fields.find(({ name }) => name === flag)?.label ?? flag;
  const [on, off] = flag === "done" ? (["checkmark-circle", "ellipse-outline"] as const) : (["heart", "heart-outline"] as const);
  return (
    <IconButton
      icon={isOn ? on : off}
      label={titleOf(kind, record) + ": " + label.toLowerCase()}
      isOn={isOn}
      tone={!isOn ? "muted" : flag === "done" ? "plain" : "danger"}
      onPress={() => updateRecord(kind, record.id, { [flag]: !isOn } as never)}
    />
  );
}
`,
  },
  {
    path: 'components/record-list.tsx',
    content: `import { type ReactNode, useState } from "react";
import { FlatList, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen, type Path } from "../lib/navigation";
import { type AnyRecord, fieldOf, inOrder, isFound, summaryOf, titleOf, useRecords } from "../lib/records";
import { removeRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useIsWide, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ChipRow } from "./chip-row";
import { ConfirmDialog } from "./confirm-dialog";
import { EmptyState } from "./empty-state";
import { FlagButton, flagOf } from "./flag-button";
import { IconButton } from "./icon-button";
import { PictureCard } from "./picture-card";
import { RecordRow } from "./record-row";
import { Screen } from "./screen";
import { SearchField } from "./search-field";
import { showToast } from "./toast";

interface RecordListProps {
  kind: KindName;
  title: string;
  look: "rows" | "pictures";
  backTo?: Path;
  /** Buttons of the header besides the one that adds. */
  actions?: ReactNode;
  /** A button on each picture. */
  action?: (record: AnyRecord) => ReactNode;
}

/** All records of a kind, with search, a filter for its first choice, an empty state, and delete with a question before it. */
export function RecordList({ kind, title, look, backTo, actions, action }: RecordListProps) {
  const styles = useStyles(createStyles);
  const columns = (useIsWide() ? 2 : 1) * (look === "pictures" ? 2 : 1);
  const records = useRecords(kind);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<string>();
  const [doomed, setDoomed] = useState<AnyRecord>();
  const { icon, noun, nouns, label, form, details } = KINDS[kind];
  const choice = fieldOf(kind, "choice");
  const shown = inOrder(kind, records).filter(
    (record) =>
      (filter === undefined || choice === undefined || record[choice.name] === filter) && isFound(kind, record, search.trim()),
  );
  const all = say("all");
  const open = (record: AnyRecord) =>
    details === undefined ? undefined : () => openScreen(details, { id: record.id });
  return (
    <Screen
      title={title}
      backTo={backTo}
      scrolls={false}
      actions={
        <>
          {form !== undefined && <IconButton icon="add" label={say("add", { noun })} tone="primary" onPress={() => openScreen(form)} />}
          {actions}
        </>
      }
    >
      <FlatList
        key={columns}
        data={shown}
        numColumns={columns}
        keyExtractor={(record) => record.id}
        keyboardShouldPersistTaps="handled"
        columnWrapperStyle={columns > 1 ? styles.line : undefined}
        contentContainerStyle={styles.list}
        ListHeaderComponent={
          records.length === 0 ? null : (
            <View style={styles.tools}>
              <SearchField label={say("search", { nouns })} value={search} onChange={setSearch} />
              {choice?.choices !== undefined && (
                <ChipRow
                  label={choice.label}
                  choices={[all, ...choice.choices]}
                  chosen={filter ?? all}
                  onChoose={(chosen) => setFilter(chosen === all ? undefined : chosen)}
                />
              )}
              <Text style={styles.count}>
                {shown.length === records.length ? say("entries", { n: records.length }) : say("countOf", { shown: shown.length, all: records.length })}
              </Text>
            </View>
          )
        }
        ListEmptyComponent={
          records.length === 0 ? (
            <EmptyState icon={icon} title={say("noneYet", { nouns })} hint={say("addFirst")}>
              {form !== undefined && <Button icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
            </EmptyState>
          ) : (
            <EmptyState icon="search-outline" title={say("nothingFound")} hint={say("tryOther")} />
          )
        }
        renderItem={({ item }) =>
          look === "pictures" ? (
            <PictureCard
              icon={icon}
              summary={summaryOf(kind, item)}
              onPress={open(item)}
              corner={flagOf(kind) === undefined ? undefined : <FlagButton kind={kind} record={item} />}
              action={action?.(item)}
            />
          ) : (
            <View style={styles.row}>
              <RecordRow
                icon={icon}
                summary={summaryOf(kind, item)}
                isDone={item.done === true}
                leading={flagOf(kind) === undefined ? undefined : <FlagButton kind={kind} record={item} />}
                onPress={open(item)}
                trailing={
                  <IconButton
                    icon="trash-outline"
                    label={say("delete", { noun: titleOf(kind, item) })}
                    tone="muted"
                    onPress={() => setDoomed(item)}
                  />
                }
              />
            </View>
          )
        }
      />
      <ConfirmDialog
        isOpen={doomed !== undefined}
        title={say("deleteThis", { noun })}
        message={say("goneForGood", { name: doomed === undefined ? "" : titleOf(kind, doomed) })}
        confirmLabel={say("delete", { noun: "" }).trim()}
        onCancel={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) removeRecord(kind, doomed.id);
          setDoomed(undefined);
          showToast({ message: say("deleted", { label }) });
        }}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: 12, paddingHorizontal: SPACE.m, paddingTop: SPACE.s, paddingBottom: SPACE.xl },
    line: { gap: 12 },
    tools: { gap: 12, paddingBottom: SPACE.xs },
    count: { fontSize: 13, color: theme.muted },
    row: {
      flex: 1,
      minWidth: 0,
      paddingLeft: 12,
      paddingVertical: SPACE.s,
      borderRadius: RADIUS.m,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
    },
  });
`,
  },
  {
    path: 'components/record-details.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { useLocalSearchParams } from "expo-router";
import { type ReactNode, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { goBack, openScreen, type Path } from "../lib/navigation";
import { type AnyRecord, belongingTo, summaryOf, titleOf, useRecords, valueText } from "../lib/records";
import { removeRecord, updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { BelongingCard } from "./belonging-card";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ConfirmDialog } from "./confirm-dialog";
import { DetailLine } from "./detail-line";
import { EmptyState } from "./empty-state";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";
import { LinkRow } from "./link-row";
import { Screen } from "./screen";
import { SwitchRow } from "./switch-row";
import { showToast } from "./toast";

interface RecordDetailsProps {
  kind: KindName;
  isPictured?: boolean;
  /** A button for the record. */
  action?: (record: AnyRecord) => ReactNode;
}

/** Everything about one record, what belongs to it, and edit and delete. */
export function RecordDetails({ kind, isPictured = false, action }: RecordDetailsProps) {
  const { id = "" } = useLocalSearchParams<{ id: string }>();
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const record = useRecords(kind).find((one) => one.id === id);
  const [isAsking, setIsAsking] = useState(false);
  const { label, noun, icon, fields, form, list, title } = KINDS[kind];
  const back = (list ?? "/") as Path;
  if (record === undefined) {
    return (
      <Screen title={label} backTo={back}>
        <EmptyState icon="help-circle-outline" title={say("isGone")} hint={say("wasDeleted")}>
          <Button label={say("back")} tone="quiet" onPress={() => goBack(back)} />
        </EmptyState>
      </Screen>
    );
  }
  const rest = fields.filter(({ name }) => name !== title);
  const longs = rest.filter(({ name, type }) => type === "longtext" && record[name] !== "");
  return (
    <Screen
      title={label}
      backTo={back}
      actions={
        form !== undefined && (
          <IconButton icon="create-outline" label={say("edit", { noun })} onPress={() => openScreen(form, { id: record.id })} />
        )
      }
    >
      <Columns>
        <Card>
          {isPictured && <Artwork text={titleOf(kind, record)} icon={icon} height={220} radius={RADIUS.m} />}
          <View style={styles.top}>
            {!isPictured && (
              <View style={styles.icon}>
                <Ionicons name={icon} size={28} color={theme.primary} />
              </View>
            )}
            <View style={styles.texts}>
              <Heading level={2} style={styles.title}>
                {titleOf(kind, record)}
              </Heading>
              <Text style={styles.subtitle}>{summaryOf(kind, record).subtitle}</Text>
            </View>
          </View>
          {rest.filter(({ type }) => type !== "longtext").map((field) => (
            <Fact key={field.name} kind={kind} field={field} record={record} />
          ))}
          {action?.(record)}
        </Card>
        {longs.map((field) => (
          <Card key={field.name} heading={field.label}>
            <Text style={styles.long}>{String(record[field.name])}</Text>
          </Card>
        ))}
        {belongingTo(kind, record.id).map((group) => (
          <BelongingCard key={group.kind + group.field.name} group={group} of={record.id} />
        ))}
      </Columns>
      <Button icon="trash-outline" label={say("delete", { noun })} tone="danger" onPress={() => setIsAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={say("deleteThis", { noun })}
        message={say("goneForGood", { name: titleOf(kind, record) })}
        confirmLabel={say("delete", { noun: "" }).trim()}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          goBack(back);
          removeRecord(kind, record.id);
          showToast({ message: say("deleted", { label }) });
        }}
      />
    </Screen>
  );
}

/** A field's value; what can be switched is a switch, what is linked leads there. */
function Fact({ kind, field, record }: { kind: KindName; field: Field; record: AnyRecord }) {
  const value = record[field.name];
  const { name, label, to } = field;
  if (field.type === "boolean") {
    return <SwitchRow label={label} value={value === true} onChange={(isOn) => updateRecord(kind, record.id, { [name]: isOn } as never)} />;
  }
  const details = to === undefined ? undefined : KINDS[to].details;
  if (field.type === "link" && to !== undefined && details !== undefined && valueText(field, value) !== "") {
    return <LinkRow icon={KINDS[to].icon} label={label + ": " + valueText(field, value)} onPress={() => openScreen(details, { id: String(value) })} />;
  }
  return <DetailLine label={label} value={valueText(field, value)} />;
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    top: { flexDirection: "row", alignItems: "center", gap: SPACE.m, paddingBottom: SPACE.s },
    icon: {
      width: 56,
      height: 56,
      borderRadius: RADIUS.m,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: theme.tint,
    },
    texts: { flex: 1, minWidth: 0, gap: SPACE.xs },
    title: { fontSize: 22, lineHeight: 28, fontWeight: "800", color: theme.text },
    subtitle: { fontSize: 14, lineHeight: 20, color: theme.muted },
    long: { fontSize: 16, lineHeight: 24, color: theme.text },
  });
`,
  },
  {
    path: 'components/belonging-card.tsx',
    content: `import { StyleSheet, Text } from "react-native";

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
      {form !== undefined && (
        <Button icon="add" label={say("add", { noun })} tone="quiet" onPress={() => openScreen(form, { [field.name]: of })} />
      )}
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    total: { fontSize: 15, fontWeight: "700", fontVariant: ["tabular-nums"], color: theme.primary },
    nothing: { fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/record-feed.tsx',
    content: `import type { ReactNode } from "react";
import { FlatList, Pressable, StyleSheet, Text, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { openScreen, type Path } from "../lib/navigation";
import { type AnyRecord, belongingTo, fieldOf, inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
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
      padding: 12,
      gap: 12,
      borderRadius: RADIUS.l,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      boxShadow: theme.shadow,
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
`,
  },
];
