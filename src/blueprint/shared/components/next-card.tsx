import { Ionicons } from "@expo/vector-icons";
import { LinearGradient } from "expo-linear-gradient";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { nextUp } from "../lib/next-up";
import { useData } from "../lib/store";
import { CENTRED, type IconName, RADIUS, SPACE, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Heading } from "./heading";
import { Press } from "./press";
import { Row } from "./row";

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
      <Row>
        <View style={styles.icon}>
          <Ionicons name={icon} size={22} color={theme.onHero} />
        </View>
        <Text style={styles.overline}>{next?.overline ?? say("welcome")}</Text>
      </Row>
      <Heading style={styles.title}>{next?.title ?? say("addFirst")}</Heading>
      {next !== undefined && next.detail !== "" && <Text style={styles.detail}>{next.detail}</Text>}
      <Row style={styles.buttons}>
        {id !== undefined && details !== undefined && (
          <HeroButton icon="arrow-forward" label={say("open")} onPress={() => openScreen(details, { id })} />
        )}
        {id === undefined && next !== undefined && list !== undefined && (
          <HeroButton icon="arrow-forward" label={KINDS[kind].plural} onPress={() => openScreen(list)} />
        )}
        {form !== undefined && <HeroButton icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
      </Row>
    </LinearGradient>
  );
}

interface HeroButtonProps {
  icon: IconName;
  label: string;
  onPress: () => void;
}

function HeroButton({ icon, label, onPress }: HeroButtonProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <Press label={label} onPress={onPress} style={styles.button}>
      <Ionicons name={icon} size={18} color={theme.onHero} />
      <Text style={styles.buttonText}>{label}</Text>
    </Press>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hero: { borderRadius: RADIUS.l, padding: SPACE.l, gap: SPACE.s, alignItems: "flex-start" },
    icon: { width: 36, height: 36, borderRadius: 12, ...CENTRED, backgroundColor: "rgba(255, 255, 255, 0.16)" },
    overline: { flexShrink: 1, fontSize: 14, fontWeight: "600", color: theme.onHero },
    title: { alignSelf: "stretch", fontSize: 26, lineHeight: 32, fontWeight: "800", letterSpacing: -0.4, color: theme.onHero },
    detail: { fontSize: 15, lineHeight: 22, color: theme.onHero },
    buttons: { paddingTop: SPACE.s },
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
  });
