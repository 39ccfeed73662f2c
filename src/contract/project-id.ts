/** Of a project (DESIGN.md section 5) or a preset: chosen by the client or by the service. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The answer to a bad id. */
export const PROJECT_ID_HINT =
  'A project id has 1 to 64 characters: letters, digits, "-" and "_", and begins with a letter or a digit.';

export function isProjectId(text: string): boolean {
  return ID.test(text);
}

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Random bytes for a new id; each contributes five bits, a hundred in all. */
export const PROJECT_ID_BYTES = 20;

/** A new id, also a DNS label, so that the preview's address is the id itself: `app-` and 20 letters and digits. */
export function newProjectId(random: Uint8Array): string {
  return `app-${lettersOf(random)}`;
}

/** The same for an experiment. */
export function newExperimentId(random: Uint8Array): string {
  return `exp-${lettersOf(random)}`;
}

function lettersOf(random: Uint8Array): string {
  if (random.length < PROJECT_ID_BYTES) throw new RangeError(`An id takes ${PROJECT_ID_BYTES} random bytes.`);
  return Array.from(random.subarray(0, PROJECT_ID_BYTES), (byte) => DIGITS.charAt(byte % DIGITS.length)).join('');
}
