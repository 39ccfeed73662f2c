import { type ReactNode, useState } from "react";
import { FlatList, StyleSheet, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import type { Path } from "../lib/navigation";
import { type AnyRecord, fieldOf, inOrder, isFound, titleOf, useRecords } from "../lib/records";
import { RADIUS, raised, SPACE, type Theme, useIsWide, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { ChipRow } from "./chip-row";
import { DeleteDialog } from "./delete-dialog";
import { EmptyState } from "./empty-state";
import { FlagButton, flagOf } from "./flag-button";
import { IconButton } from "./icon-button";
import { NoneYet } from "./none-yet";
import { PictureCard } from "./picture-card";
import { RecordLine } from "./record-row";
import { Screen } from "./screen";
import { SearchField } from "./search-field";
import { Words } from "./words";

export interface RecordListProps {
  kind: KindName;
  title: string;
  look: "rows" | "pictures" | "posts";
  backTo?: Path;
  /** Buttons of the header besides the one that adds. */
  actions?: ReactNode;
  /** A button on each picture. */
  action?: (record: AnyRecord) => ReactNode;
  /** Draws a post. */
  post?: (record: AnyRecord) => ReactNode;
}

/** All records of a kind, with search, a filter for its first choice, an empty state, and delete with a question before it. */
export function RecordList({ kind, title, look, backTo, actions, action, post }: RecordListProps) {
  const styles = useStyles(createStyles);
  const isWide = useIsWide();
  const columns = look === "posts" ? 1 : (isWide ? 2 : 1) * (look === "pictures" ? 2 : 1);
  const records = useRecords(kind);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<string>();
  const [doomed, setDoomed] = useState<AnyRecord>();
  const { nouns } = KINDS[kind];
  const choice = fieldOf(kind, "choice");
  const shown = inOrder(kind, records).filter(
    (record) => (filter === undefined || choice === undefined || record[choice.name] === filter) && isFound(kind, record, search.trim()),
  );
  const all = say("all");
  return (
    <Screen
      title={title}
      backTo={backTo}
      scrolls={false}
      actions={
        <>
          <AddButton kind={kind} isIcon />
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
        contentContainerStyle={[styles.list, post !== undefined && styles.posts]}
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
              <Words look="small">
                {shown.length === records.length
                  ? say("entries", { n: records.length })
                  : say("countOf", { shown: shown.length, all: records.length })}
              </Words>
            </View>
          )
        }
        ListEmptyComponent={
          records.length === 0 ? <NoneYet kind={kind} /> : <EmptyState icon="search-outline" title={say("nothingFound")} hint={say("tryOther")} />
        }
        renderItem={({ item }) =>
          post !== undefined ? (
            <>{post(item)}</>
          ) : look === "pictures" ? (
            <PictureCard
              kind={kind}
              record={item}
              corner={flagOf(kind) === undefined ? undefined : <FlagButton kind={kind} record={item} />}
              action={action?.(item)}
            />
          ) : (
            <View style={styles.row}>
              <RecordLine
                kind={kind}
                record={item}
                leading={flagOf(kind) === undefined ? undefined : <FlagButton kind={kind} record={item} />}
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
      <DeleteDialog kind={kind} record={doomed} onClose={() => setDoomed(undefined)} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    list: { gap: 12, paddingHorizontal: SPACE.m, paddingTop: SPACE.s, paddingBottom: SPACE.xl },
    posts: { width: "100%", maxWidth: 672, alignSelf: "center" },
    line: { gap: 12 },
    tools: { gap: 12, paddingBottom: SPACE.xs },
    row: { ...raised(theme), flex: 1, minWidth: 0, paddingLeft: 12, paddingVertical: SPACE.s, borderRadius: RADIUS.m },
  });
