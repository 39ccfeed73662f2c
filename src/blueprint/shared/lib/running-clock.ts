import { useEffect, useState } from "react";

import { setMark, useMarks } from "./marks";

export interface RunningClock {
  passedMs: number;
  isRunning: boolean;
  start: () => void;
  pause: () => void;
  /** Sets what has passed; the clock then stands. */
  setTo: (ms: number) => void;
  /** Sets what has passed; the clock goes on as it did. */
  jumpTo: (ms: number) => void;
}

/** A clock that is kept: it runs on while the app is closed. */
export function useRunningClock(name: string): RunningClock {
  const mark = useMarks("clock").find(({ of }) => of === name);
  const startedAt = Number(mark?.text ?? 0);
  const isRunning = startedAt > 0;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const tick = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(tick);
  }, [isRunning]);
  const passedMs = (mark?.value ?? 0) + (isRunning ? Math.max(0, now - startedAt) : 0);
  const set = (ms: number, runs: boolean) => {
    setNow(Date.now());
    setMark("clock", name, ms, runs ? String(Date.now()) : "");
  };
  return {
    passedMs,
    isRunning,
    start: () => set(mark?.value ?? 0, true),
    pause: () => set(passedMs, false),
    setTo: (ms) => set(ms, false),
    jumpTo: (ms) => set(ms, isRunning),
  };
}
