import { useLocalSearchParams } from "expo-router";
import { useEffect, useRef, useState } from "react";
import { KeyboardAvoidingView, Platform, ScrollView, StyleSheet, Text, TextInput, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { timeNow } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { openScreen, type Path } from "../lib/navigation";
import { titleOf, useRecords } from "../lib/records";
import { addRecord, readCollection, updateRecord, useCollection } from "../lib/store";
import { outlined, RADIUS, SPACE, type Theme, typed, useStyles, useTheme } from "../lib/theme";
import { type Phrase, say } from "../lib/words";
import { Gone } from "./gone";
import { IconButton } from "./icon-button";
import { Screen } from "./screen";

interface ChatProps {
  kind: KindName;
  /** The field that keeps what was said last. */
  last?: string;
}

/** Nobody is at the other end: these answer in turn. */
const ANSWERS: readonly Phrase[] = ["answer1", "answer2", "answer3", "answer4"];
const ANSWER_AFTER_MS = 900;

/** One conversation. */
export function Chat({ kind, last }: ChatProps) {
  const { id } = useLocalSearchParams<{ id: string }>();
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  const record = useRecords(kind).find((one) => one.id === id);
  const messages = useCollection("chatLines").filter((line) => line.conversationId === id);
  const scroll = useRef<ScrollView>(null);
  const [text, setText] = useState("");
  const { label, noun, form, list } = KINDS[kind];
  const back = (list ?? "/") as Path;
  const isUnread = Number(record?.unread ?? 0) > 0;
  useEffect(() => {
    if (isUnread && id !== undefined) updateRecord(kind, id, { unread: 0 } as never);
  }, [isUnread, id, kind]);
  if (record === undefined) return <Gone title={label} backTo={back} />;
  const write = (said: string, isMine: boolean) => {
    addRecord("chatLines", { conversationId: record.id, text: said, isMine, time: timeNow() });
    if (last !== undefined) updateRecord(kind, record.id, { [last]: said } as never);
  };
  const answer = () => {
    const said = readCollection("chatLines").filter((line) => line.conversationId === record.id).length;
    write(say(ANSWERS[said % ANSWERS.length] ?? "answer1"), false);
  };
  const send = () => {
    const said = text.trim();
    if (said === "") return;
    write(said, true);
    setText("");
    setTimeout(answer, ANSWER_AFTER_MS);
  };
  return (
    <KeyboardAvoidingView behavior={Platform.OS === "ios" ? "padding" : undefined} style={styles.fill}>
      <Screen
        title={titleOf(kind, record)}
        backTo={back}
        scrolls={false}
        actions={
          form !== undefined && <IconButton icon="create-outline" label={say("edit", { noun })} onPress={() => openScreen(form, { id: record.id })} />
        }
      >
        <ScrollView ref={scroll} onContentSizeChange={() => scroll.current?.scrollToEnd({ animated: false })} contentContainerStyle={styles.messages}>
          <Text style={styles.hint}>{say("demoChat")}</Text>
          {[...messages].reverse().map((message) => (
            <View key={message.id} style={[styles.bubble, message.isMine && styles.mine]}>
              <Text style={[styles.text, message.isMine && styles.myText]}>{message.text}</Text>
              <Text style={[styles.time, message.isMine && styles.myText]}>{message.time}</Text>
            </View>
          ))}
        </ScrollView>
        <View style={[styles.bar, { paddingBottom: insets.bottom + SPACE.s }]}>
          <TextInput
            accessibilityLabel={say("message")}
            placeholder={say("writeMessage")}
            placeholderTextColor={theme.muted}
            value={text}
            onChangeText={setText}
            onSubmitEditing={send}
            submitBehavior="submit"
            returnKeyType="send"
            style={styles.input}
          />
          <IconButton icon="send" label={say("send")} tone="primary" onPress={send} />
        </View>
      </Screen>
    </KeyboardAvoidingView>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    fill: { flex: 1 },
    messages: { padding: SPACE.m, gap: SPACE.s },
    hint: { alignSelf: "center", paddingBottom: SPACE.s, fontSize: 13, textAlign: "center", color: theme.muted },
    bubble: {
      alignSelf: "flex-start",
      maxWidth: "82%",
      paddingHorizontal: 14,
      paddingVertical: 10,
      gap: 2,
      borderRadius: 18,
      borderBottomLeftRadius: 4,
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.surface,
    },
    mine: {
      alignSelf: "flex-end",
      borderBottomLeftRadius: 18,
      borderBottomRightRadius: 4,
      borderColor: theme.primary,
      backgroundColor: theme.primary,
    },
    text: { fontSize: 16, lineHeight: 22, color: theme.text },
    myText: { color: theme.onPrimary },
    time: { alignSelf: "flex-end", fontSize: 11, color: theme.muted },
    bar: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingTop: SPACE.s,
      borderTopWidth: 1,
      borderTopColor: theme.border,
    },
    input: { ...outlined(theme), ...typed(theme), minHeight: 46, paddingHorizontal: SPACE.m, borderRadius: RADIUS.round },
  });
