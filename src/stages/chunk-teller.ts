import { TaggedParts } from '../authoring/answer/tagged-parts.js';
import type { StageContext } from './stage-task.js';

const EVERY_MS = 200;
/** Escaped as JSON in UTF-8, this stays below the 8,000 bytes that a NOTIFY may have. */
const MAX_CHARACTERS = 1_000;

/** Lets viewers read along while a model writes a file: sends the file's new lines five times a second, in order. */
export class ChunkTeller {
  private untold = '';
  private readonly parts = new TaggedParts((path, line) => {
    if (path === this.path || path === '') this.untold += `${line}\n`;
  });
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly context: Pick<StageContext, 'tell'>,
    private readonly path: string,
  ) {
    this.timer = setInterval(() => this.flush(), EVERY_MS);
  }

  add(text: string): void {
    this.parts.push(text);
  }

  /** Sends the rest. */
  end(): void {
    clearInterval(this.timer);
    this.parts.end();
    this.flush();
  }

  private flush(): void {
    const text = this.untold;
    this.untold = '';
    for (let start = 0; start < text.length; start += MAX_CHARACTERS) {
      const part = text.slice(start, start + MAX_CHARACTERS);
      this.context.tell({ code: 'chunk', message: `Writing ${this.path}`, path: this.path, text: part });
    }
  }
}
