/**
 * The stream of a project has the id of the project. Every other stream has a prefix with a colon, which no project id contains:
 * `presence:<instance>`, `edit:<project>:<path>`, `experiment:<id>`.
 */
export function isProjectStream(streamId: string): boolean {
  return !streamId.includes(':');
}

/** The stream of changes to the text of one file. Its seq is the version of the text. */
export function editStream(projectId: string, path: string): string {
  return `edit:${projectId}:${path}`;
}

const EXPERIMENT = 'experiment:';

export function experimentStream(id: string): string {
  return EXPERIMENT + id;
}

/** The id of the experiment; undefined for any other stream. */
export function experimentOfStream(streamId: string): string | undefined {
  return streamId.startsWith(EXPERIMENT) ? streamId.slice(EXPERIMENT.length) : undefined;
}

/** The stream of a project is its history and is never trimmed. It is erased only if the project is deleted. */
export class ProjectStreamKept extends Error {
  readonly code = 'project_stream_kept';
  constructor(streamId: string) {
    super(`The stream ${streamId} belongs to a project and is never trimmed.`);
    this.name = 'ProjectStreamKept';
  }
}
