import { keepTime, type TimeLog } from "../lib/time-log";
import { say } from "../lib/words";
import { Button } from "./button";
import { showToast } from "./toast";

/** Keeps what a clock has measured, where there is a log. */
export function KeepButton({ log, ms, title }: { log: TimeLog | undefined; ms: number; title: string }) {
  if (log === undefined) return null;
  const keep = () => {
    keepTime(log, ms, title);
    showToast({ message: say("kept") });
  };
  return <Button icon="bookmark-outline" label={say("keepTime")} tone="quiet" onPress={keep} />;
}
