/**
 * A project's stream is called by the project's id. Every other stream has a prefix, which no project id can have:
 * `presence:<instance>`, `edit:<project>:<path>`, `experiment:<id>`.
 */
export function isProjectStream(streamId: string): boolean {
  return !streamId.includes(':');
}

/** The stream that holds the changes of one file's text; its seq is the text's version. */
export function editStream(projectId: string, path: string): string {
  return `edit:${projectId}:${path}`;
}

const EXPERIMENT = 'experiment:';

export function experimentStream(id: string): string {
  return EXPERIMENT + id;
}

/** Undefined for a stream of something else. */
export function experimentOfStream(streamId: string): string | undefined {
  return streamId.startsWith(EXPERIMENT) ? streamId.slice(EXPERIMENT.length) : undefined;
}

/** A project's stream is its history: nothing of it is ever trimmed. Only one that was deleted is erased. */
export class ProjectStreamKept extends Error {
  readonly code = 'project_stream_kept';
  constructor(streamId: string) {
    super(`The stream ${streamId} is a project's: it is kept whole.`);
    this.name = 'ProjectStreamKept';
  }
}
