import type { FileProblem } from '../contract/texts.js';
import type { ProjectConnection } from './connect.js';
import type { Unsent } from './unsent.js';

/** The part of a connection that a session needs; it may also outlive one connection and continue with the next. */
export type EditLine = Pick<ProjectConnection, 'state' | 'send' | 'listen'>;

export interface FileSessionOptions {
  /** Problems of the text: those from `gate` keep it out of its file, those from `types` do not. None: all is well. */
  readonly onProblems?: (problems: readonly FileProblem[]) => void;
  /** The text was reloaded after an absence of weeks; `before` is the text with the unsent changes. */
  readonly onReset?: (before: string) => void;
  /** A single insertion was longer than a message may be and was left out: write such a text over REST. */
  readonly onTooLong?: () => void;
  /** From the session before the reload, which must have ended: two sessions that continue it would count as one. */
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
