const PREFIX = 'edit:';

/** The stream that holds the changes of one file's text; its seq is the text's version. */
export function editStream(projectId: string, path: string): string {
  return `${PREFIX}${projectId}:${path}`;
}
