import { createInterface } from 'node:readline/promises';
import type { Reporter } from './reporter.js';

/** The person left with Ctrl-C (or the terminal was closed). */
export class Left extends Error {
  readonly code = 'left';
  override readonly name = 'Left';
}

export interface OnInterrupt {
  readonly cancel: () => void;
  readonly leave: () => void;
}

/**
 * What Ctrl-C does while a run goes on: on a terminal it asks whether to cancel, and a second one leaves; elsewhere it
 * leaves at once. Returns what ends this.
 */
export function listenForInterrupts(reporter: Reporter, { cancel, leave }: OnInterrupt): () => void {
  let question: AbortController | undefined;

  const onInterrupt = (): void => {
    if (!process.stdin.isTTY || question) {
      leave();
      return;
    }
    question = new AbortController();
    reporter.pause();
    void ask('\nCancel the run? [y/N] ', question.signal, leave).then((isYes) => {
      question = undefined;
      reporter.resume();
      if (isYes) cancel();
    });
  };

  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', leave);
  process.on('SIGHUP', leave);
  return () => {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', leave);
    process.off('SIGHUP', leave);
    question?.abort();
  };
}

async function ask(text: string, signal: AbortSignal, onSecond: () => void): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // While it reads, the terminal hands Ctrl-C to it.
  terminal.on('SIGINT', onSecond);
  try {
    return /^y(es)?$/i.test((await terminal.question(text, { signal })).trim());
  } catch {
    // The run ended, or the input did, before there was an answer.
    return false;
  } finally {
    terminal.close();
  }
}
