import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";
import type { ComponentProps } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { nextUp } from "../lib/next-up";
import { useData } from "../lib/store";
import { RADIUS, SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";

/** What matters next, large, with the ways to it. */
export function NextCard({ kinds }: { kinds: readonly [KindName, ...KindName[]] }) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  useData();
  const next = nextUp(kinds);
  const kind = next?.kind ?? kinds[0];
  const { icon, noun, form, details, list } = KINDS[kind];
  const id = next?.id;
  return (
    <LinearGradient colors={theme.hero} start={{ x: 0, y: 0 }} end={{ x: 1, y: 1 }} style={styles.hero}>
      <View style={styles.top}>
        <View style={styles.icon}>
          <Ionicons name={icon} size={22} color={theme.onHero} />
        </View>
        <Text style={styles.overline}>{next?.overline ?? say("welcome")}</Text>
      </View>
      <Heading level={2} style={styles.title}>
        {next?.title ?? say("addFirst")}
      </Heading>
      {next !== undefined && next.detail !== "" && <Text style={styles.detail}>{next.detail}</Text>}
      <View style={styles.buttons}>
        {id !== undefined && details !== undefined && (
          <HeroButton icon="arrow-forward" label={say("open")} onPress={() => openScreen(details, { id })} />
        )}
        {id === undefined && next !== undefined && list !== undefined && (
          <HeroButton icon="arrow-forward" label={KINDS[kind].plural} onPress={() => openScreen(list)} />
        )}
        {form !== undefined && <HeroButton icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
      </View>
    </LinearGradient>
  );
}

interface HeroButtonProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  label: string;
  onPress: () => void;
}

function HeroButton({ icon, label, onPress }: HeroButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={label}
      onPress={onPress}
      style={({ pressed }) => [styles.button, pressed && styles.pressed]}
    >
      <Ionicons name={icon} size={18} color={theme.onHero} />
      <Text style={styles.buttonText}>{label}</Text>
    </Pressable>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hero: { borderRadius: RADIUS.l, padding: SPACE.l, gap: SPACE.s, alignItems: "flex-start" },
    top: { flexDirection: "row", alignItems: "center", gap: SPACE.s },
    icon: {
      width: 36,
      height: 36,
      borderRadius: 12,
      alignItems: "center",
      justifyContent: "center",
      backgroundColor: "rgba(255, 255, 255, 0.16)",
    },
    overline: { flexShrink: 1, fontSize: 14, fontWeight: "600", color: theme.onHero },
    title: { alignSelf: "stretch", fontSize: 26, lineHeight: 32, fontWeight: "800", letterSpacing: -0.4, color: theme.onHero },
    detail: { fontSize: 15, lineHeight: 22, color: theme.onHero },
    buttons: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s, paddingTop: SPACE.s },
    button: {
      minHeight: TOUCH,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.xs,
      paddingHorizontal: SPACE.m,
      borderRadius: RADIUS.round,
      borderWidth: 1,
      borderColor: theme.onHero,
    },
    buttonText: { flexShrink: 1, fontSize: 15, fontWeight: "700", color: theme.onHero },
    pressed: { opacity: 0.7 },
  });
