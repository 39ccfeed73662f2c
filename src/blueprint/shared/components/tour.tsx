import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { goBack } from "../lib/navigation";
import { setPreferences } from "../lib/store";
import { type IconName, RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Button } from "./button";
import { Heading } from "./heading";
import { Screen } from "./screen";

interface Page {
  icon: IconName;
  title: string;
  text: string;
}

/** What the app is about, in a few pictures. */
export function Tour({ title, pages }: { title: string; pages: readonly [Page, ...Page[]] }) {
  const styles = useStyles(createStyles);
  const [index, setIndex] = useState(0);
  const page = pages[index] ?? pages[0];
  const isLast = index === pages.length - 1;
  const finish = () => {
    setPreferences({ hasSeenTour: true });
    goBack("/");
  };
  return (
    <Screen title={title} backTo="/">
      <Artwork text={page.title} icon={page.icon} height={280} radius={RADIUS.l} />
      <Heading look="page">{page.title}</Heading>
      <Text style={styles.text}>{page.text}</Text>
      <View accessibilityRole="image" accessibilityLabel={say("pageOf", { page: index + 1, all: pages.length })} style={styles.dots}>
        {pages.map((one, dot) => (
          <View key={one.title} style={[styles.dot, dot === index && styles.current]} />
        ))}
      </View>
      <Button label={isLast ? say("getStarted") : say("nextPage")} onPress={() => (isLast ? finish() : setIndex(index + 1))} />
      <Button label={say("skip")} tone="quiet" onPress={finish} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    text: { fontSize: 16, lineHeight: 24, textAlign: "center", color: theme.muted },
    dots: { flexDirection: "row", justifyContent: "center", gap: SPACE.s, paddingVertical: SPACE.s },
    dot: { width: 8, height: 8, borderRadius: RADIUS.round, backgroundColor: theme.border },
    current: { width: 24, backgroundColor: theme.primary },
  });
