import { useEffect, useRef, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { clockText } from "../lib/clock";
import { type KindName, KINDS } from "../lib/kinds";
import { setMark, useMarks } from "../lib/marks";
import { inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { playTone } from "../lib/tones";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Card } from "./card";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";
import { RecordRow } from "./record-row";

const SPEEDS = ["0.75×", "1×", "1.25×", "1.5×", "2×"] as const;
const TICK_MS = 250;

/** Plays one track after the other; there is no recording, so a quiet generated melody stands in. */
export function Player({ kind, minutes }: { kind: KindName; minutes?: string }) {
  const styles = useStyles(createStyles);
  const tracks = inOrder(kind, useRecords(kind));
  const kept = useMarks("player").find(({ of }) => of === "place");
  const [id, setId] = useState(kept?.text ?? tracks[0]?.id ?? "");
  const [ms, setMs] = useState(kept?.value ?? 0);
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>("1×");
  const index = Math.max(
    0,
    tracks.findIndex((track) => track.id === id),
  );
  const track = tracks[index];
  const length = Math.max(1, Number(minutes === undefined || track === undefined ? 3 : track[minutes])) * 60_000;
  const step = useRef(0);
  const go = (to: number) => {
    const next = tracks[(to + tracks.length) % tracks.length];
    setId(next?.id ?? "");
    setMs(0);
    setMark("player", "place", 0, next?.id ?? "");
  };
  useEffect(() => {
    if (!isPlaying) return;
    const tick = setInterval(() => {
      step.current += 1;
      if (step.current % 2 === 0) playTone(id, step.current);
      setMs((current) => Math.min(length, current + TICK_MS * Number.parseFloat(speed)));
    }, TICK_MS);
    return () => clearInterval(tick);
  }, [id, isPlaying, length, speed]);
  const toggle = () => {
    setIsPlaying(!isPlaying);
    setMark("player", "place", ms, id);
  };
  if (track === undefined) return <Text style={styles.hint}>{say("noneYet", { nouns: KINDS[kind].nouns })}</Text>;
  const isOver = ms >= length;
  return (
    <Columns>
      <Card>
        <Artwork text={titleOf(kind, track)} icon={KINDS[kind].icon} height={220} radius={RADIUS.m} />
        <Heading level={2} style={styles.title}>
          {titleOf(kind, track)}
        </Heading>
        <View
          accessibilityRole="progressbar"
          accessibilityLabel={say("playedSoFar")}
          aria-valuenow={Math.round((100 * ms) / length)}
          style={styles.track}
        >
          <View style={[styles.fill, { width: `${(100 * ms) / length}%` }]} />
        </View>
        <View style={styles.times}>
          <Text style={styles.hint}>{clockText(ms)}</Text>
          <Text style={styles.hint}>{clockText(length)}</Text>
        </View>
        <View style={styles.buttons}>
          <IconButton icon="play-skip-back" label={say("previousTrack")} onPress={() => go(index - 1)} />
          <IconButton icon="play-back" label={say("backSeconds")} onPress={() => setMs(Math.max(0, ms - 15_000))} />
          <IconButton
            icon={isPlaying && !isOver ? "pause" : "play"}
            label={say(isPlaying && !isOver ? "pause" : "play")}
            tone="primary"
            onPress={isOver ? () => go(index + 1) : toggle}
          />
          <IconButton icon="play-forward" label={say("onSeconds")} onPress={() => setMs(Math.min(length, ms + 15_000))} />
          <IconButton icon="play-skip-forward" label={say("nextTrack")} onPress={() => go(index + 1)} />
        </View>
        <ChipRow label={say("speedOf")} choices={SPEEDS} chosen={speed} onChoose={setSpeed} />
        <Text style={styles.hint}>{say("generatedSound")}</Text>
      </Card>
      <Card heading={say("queue")}>
        {tracks.map((one, at) => (
          <RecordRow
            key={one.id}
            icon={one.id === track.id ? "volume-medium" : KINDS[kind].icon}
            summary={summaryOf(kind, one)}
            onPress={() => {
              go(at);
              setIsPlaying(true);
            }}
          />
        ))}
      </Card>
    </Columns>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    title: { paddingTop: SPACE.s, fontSize: 22, lineHeight: 28, fontWeight: "800", color: theme.text },
    track: { height: 8, borderRadius: RADIUS.round, overflow: "hidden", backgroundColor: theme.tint },
    fill: { height: 8, backgroundColor: theme.primary },
    times: { flexDirection: "row", justifyContent: "space-between" },
    buttons: { flexDirection: "row", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center" },
    hint: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
