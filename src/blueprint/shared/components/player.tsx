import { useEffect, useRef, useState } from "react";
import { StyleSheet } from "react-native";

import { clockText } from "../lib/clock";
import { type KindName, KINDS } from "../lib/kinds";
import { setMark, useMarks } from "../lib/marks";
import { inOrder, titleOf, useRecords } from "../lib/records";
import { RADIUS } from "../lib/theme";
import { playTone } from "../lib/tones";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Card } from "./card";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { Heading } from "./heading";
import { IconButton } from "./icon-button";
import { ProgressBar } from "./progress-bar";
import { RecordLine } from "./record-row";
import { Row } from "./row";
import { Words } from "./words";

const SPEEDS = ["0.75×", "1×", "1.25×", "1.5×", "2×"] as const;
const TICK_MS = 250;

/** Plays one track after the other; there is no recording, so a quiet generated melody stands in. */
export function Player({ kind, minutes }: { kind: KindName; minutes?: string }) {
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
  if (track === undefined) return null;
  const isOver = ms >= length;
  return (
    <Columns>
      <Card>
        <Artwork text={titleOf(kind, track)} icon={KINDS[kind].icon} height={220} radius={RADIUS.m} />
        <Heading look="record">{titleOf(kind, track)}</Heading>
        <ProgressBar percent={(100 * ms) / length} label={say("playedSoFar")} />
        <Row isApart>
          <Words look="small">{clockText(ms)}</Words>
          <Words look="small">{clockText(length)}</Words>
        </Row>
        <Row isApart style={styles.buttons}>
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
        </Row>
        <ChipRow label={say("speedOf")} choices={SPEEDS} chosen={speed} onChoose={setSpeed} />
        <Words look="small">{say("generatedSound")}</Words>
      </Card>
      <Card heading={say("queue")}>
        {tracks.map((one, at) => (
          <RecordLine
            key={one.id}
            kind={kind}
            record={one}
            icon={one.id === track.id ? "volume-medium" : KINDS[kind].icon}
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

const styles = StyleSheet.create({
  buttons: { flexWrap: "wrap", gap: 0 },
});
