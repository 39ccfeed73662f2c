import type { FileProblem } from '../contract/texts.js';
import type { ProjectConnection } from './connect.js';
import type { Unsent } from './unsent.js';

/** What a session needs of a connection: also something that outlives one, and goes on with the next. */
export type EditLine = Pick<ProjectConnection, 'state' | 'send' | 'listen'>;

export interface FileSessionOptions {
  /** What is wrong with the text: by `gate`, it does not count in its file; by `types`, it does. None: all is well. */
  readonly onProblems?: (problems: readonly FileProblem[]) => void;
  /** The text was begun anew after an absence of weeks: what had not been sent by then is given back here. */
  readonly onReset?: (before: string) => void;
  /** What was to be put in at once is longer than a message may be, and was left out: such a text is written over REST. */
  readonly onTooLong?: () => void;
  /** Of the session before the reload, which must have ended: two that go on from it would be taken for one. */
  readonly unsent?: Unsent | undefined;
}

/** The file cannot be opened. */
export class FileSessionRefused extends Error {
  override readonly name = 'FileSessionRefused';
  /** @param code of the service's answer: `file_not_found`, `file_not_editable` */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
