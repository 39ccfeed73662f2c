import { createHash } from 'node:crypto';

const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const HASHED_LABEL = /-h[0-9a-f]{16}$/;
const RESERVED_BY_DNS = /^..--/;
const SLUG_LENGTH = 44;

/**
 * The host label and folder name of a project, unique per id: the id itself where it is a lower-case DNS label, else a slug
 * of it with a hash. An id that looks like a hashed label is hashed as well, so the two kinds never meet.
 */
export function previewLabel(projectId: string): string {
  const isPlain = DNS_LABEL.test(projectId) && !HASHED_LABEL.test(projectId) && !RESERVED_BY_DNS.test(projectId);
  return isPlain ? projectId : `${slug(projectId)}-h${hash(projectId)}`;
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
