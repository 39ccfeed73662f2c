import { say } from "../lib/words";
import { Button } from "./button";

interface RunButtonProps {
  clock: { isRunning: boolean; start: () => void; pause: () => void };
  stops?: "pause" | "stop";
}

/** Starts a clock, and stops it. */
export function RunButton({ clock: { isRunning, start, pause }, stops = "pause" }: RunButtonProps) {
  return <Button icon={isRunning ? "pause" : "play"} label={say(isRunning ? stops : "start")} onPress={isRunning ? pause : start} />;
}
