/** DESIGN.md section 5: chosen by the client or by the service. */
export const PROJECT_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** What a bad id is answered with. */
export const PROJECT_ID_HINT =
  'A project id has 1 to 64 characters: letters, digits, "-" and "_", and begins with a letter or a digit.';

export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text);
}
