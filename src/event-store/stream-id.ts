/**
 * A project's stream is called by the project's id. Every other stream has a prefix, which no project id can have:
 * `presence:<instance>`, `edit:<project>:<path>`.
 */
export function isProjectStream(streamId: string): boolean {
  return !streamId.includes(':');
}
