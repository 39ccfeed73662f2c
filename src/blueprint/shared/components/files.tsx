import { Ionicons } from "@expo/vector-icons";
import { createElement, useState } from "react";
import { Image, Platform, StyleSheet, Text, View } from "react-native";

import { dayFromToday } from "../lib/dates";
import { addressOf, chooseFiles, download, fileTypeOf, textOf } from "../lib/files";
import { type KindName, KINDS } from "../lib/kinds";
import { removeMark, setMark, useMarks } from "../lib/marks";
import { addNew, titleOf, useRecords } from "../lib/records";
import { removeRecord } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles, useTextScale, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";
import { Press } from "./press";
import { Row } from "./row";
import { Words } from "./words";

interface FilesProps {
  kind: KindName;
  /** The fields with the size in kB and the day. */
  size?: string;
  date?: string;
}

/** Files of this device: chosen, looked at and saved again; each is a record, its content lies beside it. */
export function Files({ kind, size = "", date = "" }: FilesProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const tile = { width: 104 * useTextScale() };
  const records = useRecords(kind);
  const contents = useMarks("file");
  const [id, setId] = useState<string>();
  const { noun, nouns, icon, title } = KINDS[kind];
  const contentOf = (record: string) => contents.find(({ of }) => of === record);
  const chosen = records.find((record) => record.id === id) ?? records[0];
  const address = chosen && contentOf(chosen.id)?.text;
  const add = async (file: File) => {
    const known = { [size]: Math.ceil(file.size / 1000), [date]: dayFromToday(0), [title]: file.name };
    const content = await addressOf(file);
    const added = addNew(kind, known);
    setMark("file", added, 0, content);
    setId(added);
  };
  const remove = (record: string) => {
    removeRecord(kind, record);
    removeMark(contentOf(record)?.id ?? "");
  };
  return (
    <Columns>
      <Card>
        {Platform.OS === "web" && (
          <Button icon="cloud-upload-outline" label={say("chooseFiles")} onPress={() => chooseFiles((file) => void add(file))} />
        )}
        <Words look="small">{say(Platform.OS === "web" ? "filesStay" : "filesInBrowser")}</Words>
        {records.length === 0 && <Words look="small">{say("noneYet", { nouns })}</Words>}
        <Row style={styles.grid}>
          {records.map((record) => {
            const name = titleOf(kind, record);
            const picture = fileTypeOf(name) === "image" ? contentOf(record.id)?.text : undefined;
            return (
              <Press
                key={record.id}
                label={name}
                onPress={() => setId(record.id)}
                style={[styles.tile, tile, record.id === chosen?.id && styles.chosen]}
              >
                {picture === undefined ? (
                  <Ionicons name={icon} size={32} color={theme.primary} />
                ) : (
                  <Image source={{ uri: picture }} style={styles.thumbnail} />
                )}
                <Text numberOfLines={2} style={styles.hint}>
                  {name}
                </Text>
              </Press>
            );
          })}
        </Row>
      </Card>
      {chosen !== undefined && (
        <Card heading={titleOf(kind, chosen)}>
          <Content key={chosen.id} name={titleOf(kind, chosen)} address={address} />
          <Row>
            {address !== undefined && (
              <IconButton icon="download-outline" label={say("download")} onPress={() => download(titleOf(kind, chosen), address)} />
            )}
            <IconButton icon="trash-outline" label={say("delete", { noun })} tone="danger" onPress={() => remove(chosen.id)} />
          </Row>
        </Card>
      )}
    </Columns>
  );
}

function Content({ name, address }: { name: string; address?: string }) {
  const styles = useStyles(createStyles);
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const type = fileTypeOf(name);
  if (address === undefined || type === "other" || Platform.OS !== "web") return <Words look="small">{say("noPreview")}</Words>;
  if (type === "text")
    return (
      <Text selectable style={styles.text}>
        {textOf(address).slice(0, 5000)}
      </Text>
    );
  if (type !== "image") return createElement(type, { src: address, controls: true, "aria-label": name, style: { width: "100%" } });
  return (
    <>
      <View style={styles.frame}>
        <Image
          accessibilityLabel={name}
          source={{ uri: address }}
          resizeMode="contain"
          style={[styles.picture, { transform: [{ scale: zoom }, { rotate: `${turn}deg` }] }]}
        />
      </View>
      <Row>
        <IconButton icon="add-circle-outline" label={say("zoomIn")} onPress={() => setZoom(Math.min(4, zoom * 1.25))} />
        <IconButton icon="remove-circle-outline" label={say("zoomOut")} onPress={() => setZoom(Math.max(0.5, zoom / 1.25))} />
        <IconButton icon="refresh-outline" label={say("turn")} onPress={() => setTurn(turn + 90)} />
      </Row>
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    grid: { alignItems: "stretch" },
    tile: { maxWidth: "100%", padding: 6, gap: SPACE.xs, alignItems: "center", borderRadius: RADIUS.m, borderWidth: 2, borderColor: theme.border },
    chosen: { borderColor: theme.primary },
    thumbnail: { width: "100%", height: 80, borderRadius: RADIUS.s },
    frame: { overflow: "hidden", borderRadius: RADIUS.m, backgroundColor: theme.tint },
    picture: { width: "100%", height: 320 },
    text: { fontSize: 15, lineHeight: 22, color: theme.text },
    hint: { maxWidth: "100%", fontSize: 13, lineHeight: 18, color: theme.muted },
  });
