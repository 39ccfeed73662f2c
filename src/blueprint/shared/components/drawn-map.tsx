import { Ionicons } from "@expo/vector-icons";
import { StyleSheet, View } from "react-native";

import { CENTRED, RADIUS, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Press } from "./press";

interface DrawnMapProps {
  pins: readonly { id: string; label: string }[];
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

const STREETS = [
  { top: "18%", turn: "-8deg" },
  { top: "46%", turn: "5deg" },
  { top: "74%", turn: "-4deg" },
  { top: "50%", turn: "82deg" },
  { top: "46%", turn: "64deg" },
  { top: "52%", turn: "104deg" },
] as const;

export function DrawnMap({ pins, chosenId, onChoose }: DrawnMapProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  return (
    <View style={styles.map}>
      <View style={styles.water} />
      <View style={styles.park} />
      {STREETS.map(({ top, turn }) => (
        <View key={turn} style={[styles.street, { top, transform: [{ rotate: turn }] }]} />
      ))}
      {pins.map(({ id, label }, index) => {
        const isChosen = id === chosenId;
        return (
          <Press
            key={id}
            label={say("pin", { name: label })}
            accessibilityState={{ selected: isChosen }}
            onPress={() => onChoose(id)}
            style={[styles.pin, { left: `${8 + ((index * 37) % 76)}%`, top: `${6 + ((index * 29) % 74)}%` }]}
          >
            <Ionicons name="location" size={isChosen ? 42 : 32} color={isChosen ? theme.danger : theme.primary} />
          </Press>
        );
      })}
    </View>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    map: {
      height: 420,
      borderRadius: RADIUS.l,
      overflow: "hidden",
      borderWidth: StyleSheet.hairlineWidth,
      borderColor: theme.border,
      backgroundColor: theme.isDark ? "#1d2430" : "#ecebe4",
    },
    water: {
      position: "absolute",
      width: 320,
      height: 320,
      right: -120,
      bottom: -110,
      borderRadius: RADIUS.round,
      backgroundColor: theme.isDark ? "#173247" : "#b9dcee",
    },
    park: {
      position: "absolute",
      width: 170,
      height: 130,
      left: 28,
      top: 96,
      borderRadius: 48,
      backgroundColor: theme.isDark ? "#1e3a2a" : "#cfe5c4",
    },
    street: { position: "absolute", left: "-40%", width: "180%", height: 9, backgroundColor: theme.isDark ? "#333d4d" : "#ffffff" },
    pin: { position: "absolute", width: TOUCH, height: TOUCH, ...CENTRED },
  });
