import { MultiBar, type SingleBar } from 'cli-progress';
import type { LogMessage } from '../contract/messages/log-message.js';

/** Where a run is shown while it goes on. */
export interface Reporter {
  message(message: LogMessage): void;
  /** A line beside the run: the connection, the service. */
  note(text: string): void;
  /** Holds everything back while something is asked. */
  pause(): void;
  resume(): void;
  /** Leaves the terminal as it was; a pause ends with it. */
  end(): void;
}

export function chooseReporter(isJson: boolean): Reporter {
  if (isJson) return new JsonReporter();
  return process.stdout.isTTY ? new BarReporter() : new LineReporter();
}

/** Each message as it came, one a line on stdout; notes on stderr. */
class JsonReporter implements Reporter {
  message(message: LogMessage): void {
    process.stdout.write(`${JSON.stringify(message)}\n`);
  }
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }
  pause(): void {}
  resume(): void {}
  end(): void {}
}

class LineReporter implements Reporter {
  #last = '';

  message(message: LogMessage): void {
    const line = lineOf(message);
    if (line !== undefined && line !== this.#last) process.stdout.write(`${line}\n`);
    this.#last = line ?? this.#last;
  }
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }
  pause(): void {}
  resume(): void {}
  end(): void {}
}

/** Lines as they come, above a progress bar that stays. */
class BarReporter implements Reporter {
  #bars: MultiBar | undefined;
  #bar: SingleBar | undefined;
  #progress = 0;
  #words = '';
  #last = '';
  /** Lines that came while paused. */
  #held: string[] | undefined;

  message(message: LogMessage): void {
    if (message.type === 'progress') {
      this.#progress = message.data.progress;
      this.#words = message.data.message;
    }
    const line = lineOf(message);
    if (line !== undefined && line !== this.#last) this.#print(line);
    this.#last = line ?? this.#last;
    this.#draw();
  }

  note(text: string): void {
    this.#print(text);
  }

  pause(): void {
    this.#held = [];
    this.#close();
  }

  resume(): void {
    if (!this.#held) return;
    this.#release();
    this.#draw();
  }

  end(): void {
    this.#close();
    this.#release();
  }

  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const line of held) this.#print(line);
  }

  #print(line: string): void {
    if (this.#held) this.#held.push(line);
    else if (this.#bars) this.#bars.log(`${line}\n`);
    else process.stdout.write(`${line}\n`);
  }

  #draw(): void {
    if (this.#held) return;
    if (!this.#bars) {
      this.#bars = new MultiBar({
        stream: process.stdout,
        format: '{bar} {percentage} %  {words}',
        barCompleteChar: '█',
        barIncompleteChar: '░',
        barsize: 28,
        hideCursor: true,
        linewrap: true,
        clearOnComplete: true,
        // Ctrl-C asks a question here; the bar is closed by `pause` and `end`.
        gracefulExit: false,
      });
      this.#bar = this.#bars.create(100, this.#progress, { words: this.#words });
    }
    this.#bar?.update(this.#progress, { words: this.#words });
  }

  #close(): void {
    // The lines still waiting are only written by an update.
    this.#bars?.update();
    this.#bars?.stop();
    this.#bars = undefined;
    this.#bar = undefined;
  }
}

/** A message as a line for people; undefined where it says nothing to them. */
function lineOf({ type, data }: LogMessage): string | undefined {
  if (type === 'progress') return `${String(data.progress).padStart(3)} %  ${data.message}`;
  return type === 'preview' && data.state === 'published' ? `       Preview: ${data.preview_url}` : undefined;
}
