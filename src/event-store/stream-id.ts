/**
 * A project's stream is called by the project's id. Every other stream has a prefix, which no project id can have:
 * `presence:<instance>`, `edit:<project>:<path>`.
 */
export function isProjectStream(streamId: string): boolean {
  return !streamId.includes(':');
}

/** A project's stream is its history: nothing of it is ever forgotten. */
export class ProjectStreamKept extends Error {
  readonly code = 'project_stream_kept';
  constructor(streamId: string) {
    super(`The stream ${streamId} is a project's: it is kept whole.`);
    this.name = 'ProjectStreamKept';
  }
}
