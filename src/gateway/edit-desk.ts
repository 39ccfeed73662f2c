import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { WebSocket } from 'ws';
import type { CursorRequest, EditRequest, OpenRequest, ResolveRequest } from '../contract/client-messages.js';
import type { Editor } from '../editing/edit-room.js';
import { personOf } from '../generation/people-edits.js';
import { EditRooms } from '../editing/edit-rooms.js';
import { Conflicts } from '../editing/conflicts.js';
import { reply } from './reply.js';

/** Handles the editing messages of viewers; each viewer has an editor's name while it is connected. */
@Injectable()
export class EditDesk {
  readonly #logger = new Logger('Editing');
  readonly #editors = new WeakMap<WebSocket, Editor>();

  constructor(
    private readonly rooms: EditRooms,
    private readonly conflicts: Conflicts,
  ) {}

  open(
    client: WebSocket,
    projectId: string,
    { path, version }: OpenRequest,
    userId: string | undefined,
  ): Promise<void> {
    const editor = this.#editors.get(client) ?? {
      id: randomUUID(),
      userId,
      tell: (message) => reply(client, message),
    };
    this.#editors.set(client, editor);
    return this.rooms.open(projectId, path, editor, version);
  }

  edit(client: WebSocket, projectId: string, { path, version, updates }: EditRequest): Promise<void> {
    return this.rooms.edit(projectId, path, this.#editors.get(client), version, updates);
  }

  moveCursor(client: WebSocket, projectId: string, { path, anchor, head }: CursorRequest): void {
    this.rooms.moveCursor(projectId, path, this.#editors.get(client), { anchor, head });
  }

  /** Everybody gets the result as a message of the log. */
  async resolve(projectId: string, { conflict, take }: ResolveRequest, userId: string | undefined): Promise<void> {
    const actor = personOf(userId);
    if (take) await this.conflicts.take(projectId, conflict, actor);
    else await this.conflicts.keep(projectId, conflict, actor);
  }

  async close(client: WebSocket, projectId: string, path: string): Promise<void> {
    const editor = this.#editors.get(client);
    if (editor) await this.rooms.close(projectId, path, editor);
  }

  /** The viewer is gone: its cursors are removed, and what it typed becomes a version of its files. */
  leave(client: WebSocket): void {
    const editor = this.#editors.get(client);
    if (!editor) return;
    this.rooms.leave(editor).catch((error: unknown) => {
      this.#logger.error('What a viewer typed could not be written into its file yet', String(error));
    });
  }
}
