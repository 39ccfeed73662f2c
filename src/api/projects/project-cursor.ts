import { z } from 'zod';
import type { ProjectCursor } from '../../projections/status/status-view.js';
import { projectId } from '../../contract/project-id-field.js';

const cursorContent = z.tuple([z.iso.datetime(), projectId]);

/** `next_cursor` of the list of projects: opaque to clients. */
export function encodeCursor({ createdAt, projectId }: ProjectCursor): string {
  return Buffer.from(JSON.stringify([createdAt, projectId])).toString('base64url');
}

/** The reverse, for a query; anything but an encoded cursor is refused. */
export const projectCursor = z.string('must be given once').transform((text, context): ProjectCursor => {
  const content = cursorContent.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (content.success) return { createdAt: content.data[0], projectId: content.data[1] };
  context.addIssue({ code: 'custom', message: 'must be the next_cursor of an earlier page' });
  return z.NEVER;
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
