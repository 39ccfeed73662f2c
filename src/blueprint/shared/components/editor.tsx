import { useState } from "react";
import { Platform, StyleSheet, TextInput } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { addNew, namesOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { Markdown } from "./markdown";
import { Row } from "./row";
import { TextField } from "./text-field";
import { Words } from "./words";

interface EditorProps {
  kind: KindName;
  /** The field with the long text. */
  body: string;
  syntax: "markdown" | "html";
}

const SNIPPETS = {
  markdown: { H: "\n## ", B: "**bold**", I: "*italic*", "•": "\n- ", "<>": "`code`" },
  html: { h2: "\n<h2></h2>", b: "<b></b>", p: "\n<p></p>", ul: "\n<ul>\n  <li></li>\n</ul>", a: '<a href=""></a>' },
} as const;

/** Writing on one side, how it reads on the other; every letter is kept. */
export function Editor({ kind, body, syntax }: EditorProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const documents = useRecords(kind);
  const [id, setId] = useState(documents[0]?.id);
  const current = documents.find((one) => one.id === id) ?? documents[0];
  const { title, noun, label } = KINDS[kind];
  const names = namesOf(kind, documents);
  const text = String(current?.[body] ?? "");
  const write = (changes: Record<string, string>) => current !== undefined && updateRecord(kind, current.id, changes as never);
  return (
    <>
      <ChipRow
        label={KINDS[kind].plural}
        choices={names}
        chosen={names[documents.findIndex((one) => one.id === current?.id)] ?? ""}
        onChoose={(name) => setId(documents[names.indexOf(name)]?.id)}
      />
      <Columns>
        <Card>
          <TextField
            label={KINDS[kind].fields.find(({ name }) => name === title)?.label ?? label}
            value={current === undefined ? "" : titleOf(kind, current)}
            onChange={(name) => write({ [title]: name })}
          />
          <Row>
            {Object.entries(SNIPPETS[syntax]).map(([name, snippet]) => (
              <Chip key={name} label={name} role="button" isChosen={false} onPress={() => write({ [body]: text + snippet })} />
            ))}
          </Row>
          <TextInput
            accessibilityLabel={say("writing")}
            value={text}
            onChangeText={(written) => write({ [body]: written })}
            multiline
            autoCapitalize={syntax === "html" ? "none" : "sentences"}
            autoCorrect={syntax !== "html"}
            placeholder={say("writeHere")}
            placeholderTextColor={theme.muted}
            style={styles.input}
          />
          <Words look="small">{say("words", { n: text.split(/\s+/).filter(Boolean).length })}</Words>
        </Card>
        <Card heading={say("preview")}>
          {syntax === "markdown" ? (
            <Markdown text={text} />
          ) : Platform.OS === "web" ? (
            <iframe title={say("preview")} sandbox="" srcDoc={text} style={FRAME} />
          ) : (
            <Words look="body">{text.replace(/<[^<>]*>/g, "")}</Words>
          )}
        </Card>
      </Columns>
      <Button icon="add" label={say("add", { noun })} tone="quiet" onPress={() => setId(addNew(kind, { [title]: say("untitled") }))} />
    </>
  );
}

/** Pages are written for a white ground. */
const FRAME = { width: "100%", height: 360, border: 0, borderRadius: 12, backgroundColor: "#ffffff" };

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    input: {
      minHeight: 280,
      padding: 12,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.background,
      fontFamily: Platform.select({ ios: "Menlo", default: "monospace" }),
      fontSize: 15,
      lineHeight: 22,
      textAlignVertical: "top",
      color: theme.text,
    },
  });
