import { useState } from "react";
import { type GestureResponderEvent, StyleSheet, View } from "react-native";
import Svg, { Path } from "react-native-svg";

import { addMark, removeMark, useMarks } from "../lib/marks";
import { RADIUS, type Theme, TOUCH, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Press } from "./press";
import { Row } from "./row";
import { Stepper } from "./stepper";

const COLOURS = ["#111827", "#dc2626", "#ea580c", "#16a34a", "#2563eb", "#9333ea", "#ffffff"];

function placeOf({ locationX, locationY }: GestureResponderEvent["nativeEvent"]): string {
  return String(Math.round(locationX)) + " " + String(Math.round(locationY));
}

/** A sheet to draw on; every stroke is kept. */
export function Drawing() {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const strokes = useMarks("stroke");
  const [colour, setColour] = useState(theme.primary);
  const [width, setWidth] = useState(6);
  const [line, setLine] = useState("");
  const pen = {
    onStartShouldSetResponder: () => true,
    onMoveShouldSetResponder: () => true,
    onResponderTerminationRequest: () => false,
    onResponderGrant: ({ nativeEvent }: GestureResponderEvent) => setLine("M" + placeOf(nativeEvent) + "l0.1 0"),
    onResponderMove: ({ nativeEvent }: GestureResponderEvent) => setLine(line + "L" + placeOf(nativeEvent)),
    onResponderRelease: () => {
      addMark("stroke", colour, width, line);
      setLine("");
    },
  };
  const shown = [...strokes].reverse();
  return (
    <>
      <View {...pen} accessibilityRole="image" accessibilityLabel={say("sheet", { n: strokes.length })} style={styles.sheet}>
        <Svg width="100%" height="100%" pointerEvents="none">
          {shown.map(({ id, of, value, text }) => (
            <Path key={id} d={text} stroke={of} strokeWidth={value} fill="none" strokeLinecap="round" strokeLinejoin="round" />
          ))}
          {line !== "" && <Path d={line} stroke={colour} strokeWidth={width} fill="none" strokeLinecap="round" strokeLinejoin="round" />}
        </Svg>
      </View>
      <Row accessibilityRole="radiogroup" accessibilityLabel={say("colour")}>
        {[theme.primary, ...COLOURS].map((one) => (
          <Press
            key={one}
            role="radio"
            label={say("colour") + " " + one}
            isChecked={one === colour}
            onPress={() => setColour(one)}
            style={[styles.colour, { backgroundColor: one }, one === colour && styles.chosen]}
          />
        ))}
      </Row>
      <Stepper label={say("penWidth")} value={width} min={2} max={40} step={2} onChange={setWidth} />
      <ButtonRow>
        <Button icon="arrow-undo-outline" label={say("undo")} tone="quiet" onPress={() => strokes[0] !== undefined && removeMark(strokes[0].id)} />
        <Button icon="trash-outline" label={say("clear")} tone="danger" onPress={() => strokes.forEach(({ id }) => removeMark(id))} />
      </ButtonRow>
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    sheet: {
      height: 420,
      borderRadius: RADIUS.l,
      borderWidth: 1,
      borderColor: theme.border,
      backgroundColor: "#ffffff",
      overflow: "hidden",
      touchAction: "none",
    } as object,
    colour: { width: TOUCH, height: TOUCH, borderRadius: RADIUS.round, borderWidth: 2, borderColor: theme.border },
    chosen: { borderColor: theme.text, borderWidth: 4 },
  });
