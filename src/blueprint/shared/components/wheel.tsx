import { useRef, useState } from "react";
import { Animated, Easing, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { addMark, useMarks } from "../lib/marks";
import { addNew, titleOf, useRecords } from "../lib/records";
import { RADIUS, SPACE, type Theme, useFitting, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ResultCard } from "./result-card";
import { TextField } from "./text-field";
import { Words } from "./words";

const SIZE = 260;
const SPIN_MS = 1600;

function anyOf(count: number): number {
  return Math.floor(Math.random() * count);
}

/** Draws one of the records by chance. */
export function Wheel({ kind }: { kind: KindName }) {
  const styles = useStyles(createStyles);
  const fitting = useFitting(0, 84);
  const options = useRecords(kind).map((record) => titleOf(kind, record));
  const drawn = useMarks("draw");
  const [turn] = useState(() => new Animated.Value(0));
  const turned = useRef(0);
  const [result, setResult] = useState<string>();
  const [text, setText] = useState("");
  const spin = () => {
    if (options.length === 0) return;
    const index = anyOf(options.length);
    const share = 1 / options.length;
    turned.current = Math.ceil(turned.current) + 4 + 1 - (index + 0.5) * share;
    setResult(undefined);
    Animated.timing(turn, { toValue: turned.current, duration: SPIN_MS, easing: Easing.out(Easing.cubic), useNativeDriver: false }).start(() => {
      setResult(options[index]);
      addMark("draw", "", 0, options[index]);
    });
  };
  const add = () => {
    if (text.trim() === "") return;
    addNew(kind, { [KINDS[kind].title]: text.trim() });
    setText("");
  };
  const rotate = turn.interpolate({ inputRange: [0, 1], outputRange: ["0deg", "360deg"] });
  return (
    <Columns>
      <Card>
        <View style={styles.stage}>
          <View style={styles.pointer} />
          <Animated.View style={[styles.wheel, { transform: [{ rotate }] }]}>
            {options.map((option, index) => (
              <View key={option + String(index)} style={[styles.spoke, { transform: [{ rotate: `${((index + 0.5) * 360) / options.length}deg` }] }]}>
                <Text numberOfLines={1} style={[styles.option, { fontSize: fitting(option, 13) }]}>
                  {option}
                </Text>
              </View>
            ))}
          </Animated.View>
        </View>
        <Button icon="sync-outline" label={say("spin")} onPress={spin} />
      </Card>
      {result !== undefined && <ResultCard label={say("drawn")} value={result} />}
      <Card heading={KINDS[kind].plural}>
        <TextField label={say("add", { noun: KINDS[kind].noun })} value={text} onChange={setText} onSubmit={add} />
        <Button icon="add" label={say("addLine")} tone="quiet" onPress={add} />
        {drawn.length > 0 && (
          <Words>
            {say("before") +
              ": " +
              drawn
                .slice(0, 5)
                .map((mark) => mark.text)
                .join(", ")}
          </Words>
        )}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    stage: { alignItems: "center", paddingVertical: SPACE.s, overflow: "hidden" },
    pointer: {
      width: 0,
      height: 0,
      borderLeftWidth: 12,
      borderRightWidth: 12,
      borderTopWidth: 20,
      borderLeftColor: "transparent",
      borderRightColor: "transparent",
      borderTopColor: theme.primary,
      marginBottom: -6,
      zIndex: 1,
    },
    wheel: {
      width: SIZE,
      height: SIZE,
      borderRadius: RADIUS.round,
      borderWidth: 8,
      borderColor: theme.primary,
      backgroundColor: theme.tint,
      overflow: "hidden",
    },
    spoke: { position: "absolute", left: SIZE / 2 - 48, top: -8, width: 80, height: SIZE, alignItems: "center", paddingTop: 24 },
    option: { maxWidth: 84, fontWeight: "700", color: theme.text },
  });
