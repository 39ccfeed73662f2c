import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, listOf, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { inSentence, type EntityView } from './entity-view.js';
import { lines, literal } from './source-text.js';

/** One conversation: bubbles, a field to write in, and canned answers. */
export const chatFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const root = rootFrom(screen);
  const list = listOf(stage, view.entity);
  const form = screenOf(stage, 'form', view.entity);
  const back = list ? pathOf(list) : '/';
  const noun = inSentence(view).label;
  const { collection, title } = view;
  const last = view.entity.fields.find(({ type }) => type === 'longtext');
  return {
    path: fileOf(screen),
    content: lines(
      `import { ${form ? 'router, ' : ''}useLocalSearchParams } from "expo-router";
import { useRef, useState } from "react";
import { KeyboardAvoidingView, Platform, ScrollView, StyleSheet, Text, TextInput, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { Button } from "${root}components/button";
import { EmptyState } from "${root}components/empty-state";
import { IconButton } from "${root}components/icon-button";
import { Screen } from "${root}components/screen";
import { timeNow } from "${root}lib/dates";
import { goBack } from "${root}lib/navigation";
import { addRecord, readCollection, ${last ? 'updateRecord, ' : ''}useCollection, useRecord } from "${root}lib/store";
import { RADIUS, SPACE, type Theme, useStyles, useTheme } from "${root}lib/theme";

/** Nobody is at the other end: these answer in turn. */
const ANSWERS = ["Sounds good!", "Tell me more.", "I’ll have a look and come back to you.", "Great, thank you!", "Haha, true 😄"];
const ANSWER_AFTER_MS = 900;

export default function ${view.type}ChatScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const insets = useSafeAreaInsets();
  const record = useRecord("${collection}", id);
  const messages = useCollection("chatLines").filter((line) => line.conversationId === id);
  const scroll = useRef<ScrollView>(null);
  const [text, setText] = useState("");
  if (record === undefined) {
    return (
      <Screen title={${literal(view.label)}} backTo="${back}">
        <EmptyState icon="help-circle-outline" title={${literal(`This ${noun} is gone`)}} hint="It was deleted, or the link is old.">
          <Button label="Back" tone="quiet" onPress={() => goBack("${back}")} />
        </EmptyState>
      </Screen>
    );
  }
  const send = () => {
    const said = text.trim();
    if (said === "") return;
    say(record.id, said, true);
    setText("");
    setTimeout(() => answer(record.id), ANSWER_AFTER_MS);
  };
  return (
    <KeyboardAvoidingView behavior={Platform.OS === "ios" ? "padding" : undefined} style={styles.fill}>
      <Screen
        title={record.${title.name}}
        backTo="${back}"
        scrolls={false}`,
      form &&
        `        actions={
          <IconButton
            icon="create-outline"
            label={${literal(`Edit ${noun}`)}}
            onPress={() => router.push({ pathname: "${pathOf(form)}", params: { id: record.id } })}
          />
        }`,
      `      >
        <ScrollView
          ref={scroll}
          onContentSizeChange={() => scroll.current?.scrollToEnd({ animated: false })}
          contentContainerStyle={styles.messages}
        >
          <Text style={styles.hint}>A demo: nothing is sent, and the answers are canned.</Text>
          {[...messages].reverse().map((message) => (
            <View key={message.id} style={[styles.bubble, message.isMine && styles.mine]}>
              <Text style={[styles.text, message.isMine && styles.myText]}>{message.text}</Text>
              <Text style={[styles.time, message.isMine && styles.myTime]}>{message.time}</Text>
            </View>
          ))}
        </ScrollView>
        <View style={[styles.bar, { paddingBottom: insets.bottom + SPACE.s }]}>
          <TextInput
            accessibilityLabel="Message"
            placeholder="Write a message"
            placeholderTextColor={theme.muted}
            value={text}
            onChangeText={setText}
            onSubmitEditing={send}
            submitBehavior="submit"
            returnKeyType="send"
            style={styles.input}
          />
          <IconButton icon="send" label="Send" tone="primary" onPress={send} />
        </View>
      </Screen>
    </KeyboardAvoidingView>
  );
}

function say(conversationId: string, text: string, isMine: boolean): void {
  addRecord("chatLines", { conversationId, text, isMine, time: timeNow() });`,
      last && `  updateRecord("${collection}", conversationId, { ${last.name}: text });`,
      `}

function answer(conversationId: string): void {
  const said = readCollection("chatLines").filter((line) => line.conversationId === conversationId).length;
  say(conversationId, ANSWERS[said % ANSWERS.length] ?? "👍", false);
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
    myTime: { color: theme.onPrimary },
    bar: {
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: SPACE.m,
      paddingTop: SPACE.s,
      borderTopWidth: 1,
      borderTopColor: theme.border,
    },
    input: {
      flex: 1,
      minWidth: 0,
      minHeight: 46,
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: theme.surface,
      fontSize: 16,
      color: theme.text,
      outlineStyle: "solid",
      outlineWidth: 0,
    },
  });
`,
    ),
  };
};
