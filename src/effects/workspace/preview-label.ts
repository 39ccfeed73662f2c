import { createHash } from 'node:crypto';

const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const HASHED_LABEL = /-h[0-9a-f]{16}$/;
/** `<label>--at-<seq>`: a project as it was. */
const PAST_LABEL = /^(.+)--at-(\d{1,9})$/;
const PAST_ID = /^(.+)@(\d{1,9})$/;
const MAX_LABEL = 63;
const LONGEST_BEFORE_PAST = MAX_LABEL - '--at-999999999'.length;
const RESERVED_BY_DNS = /^..--/;
const SLUG_LENGTH = 44;

/**
 * The host label and folder name of a project, unique per id: the id itself where it is a lower-case DNS label, else a slug
 * of it with a hash. An id that looks like a hashed label, or like that of a past version, is hashed as well, so that the kinds never
 * meet. `<id>@<seq>` is the project as it was after that event: no project has such an id.
 */
export function previewLabel(projectId: string): string {
  const [, id, seq] = PAST_ID.exec(projectId) ?? [];
  if (id !== undefined) return pastLabel(id, Number(seq));
  const isReserved = [HASHED_LABEL, PAST_LABEL, RESERVED_BY_DNS].some((pattern) => pattern.test(projectId));
  const isPlain = DNS_LABEL.test(projectId) && !isReserved;
  return isPlain ? projectId : `${slug(projectId)}-h${hash(projectId)}`;
}

/** The parts of a past version's label; undefined for any other label. */
export function pastOfLabel(label: string): { readonly label: string; readonly seq: number } | undefined {
  const [, of, seq] = PAST_LABEL.exec(label) ?? [];
  return of === undefined ? undefined : { label: of, seq: Number(seq) };
}

/** The label of each past version of a project: `{seq}` stands for the moment. */
export function pastLabelPattern(projectId: string): string {
  return pastLabel(projectId, '{seq}');
}

/** Whatever the seq, so that one pattern says all of a project's. */
function pastLabel(id: string, seq: number | string): string {
  const label = previewLabel(id);
  return `${label.length <= LONGEST_BEFORE_PAST ? label : `p-h${hash(id)}`}--at-${seq}`;
}

/** Whether a project can have it. */
export function isPreviewLabel(text: string): boolean {
  return DNS_LABEL.test(text) && !RESERVED_BY_DNS.test(text);
}

function slug(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, SLUG_LENGTH).replace(/-$/, '') || 'p';
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
