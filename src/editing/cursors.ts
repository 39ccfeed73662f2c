import { createHash } from 'node:crypto';
import type { CursorPlace } from '../contract/texts.js';
import type { EventStore, Notice } from '../event-store/event-store.port.js';
import type { Editor, EditRoom } from './edit-room.js';

/** The cursor of an editor in a file, and how it is displayed. */
export interface Cursor extends CursorPlace {
  readonly path: string;
}

/** Minimum time between two messages with the cursors of a file. */
const PAUSE_MS = 40;
/** A cursor without news for this long is removed, because its instance may have died. */
const FORGET_MS = 600_000;

/**
 * The cursors of all editors in the files that are open on this instance. They are not stored in the log: each instance notifies
 * the others about its own editors, and the next move replaces a lost notice.
 */
export class Cursors {
  /** By room, then by editor. */
  readonly #cursors = new WeakMap<EditRoom, Map<string, { readonly cursor: Cursor; readonly heardAt: number }>>();
  readonly #showing = new Map<EditRoom, NodeJS.Timeout>();

  constructor(
    private readonly store: EventStore,
    private readonly roomOf: (projectId: string, path: string) => EditRoom | undefined,
  ) {}

  move(room: EditRoom, editor: Editor, { anchor, head }: Pick<Cursor, 'anchor' | 'head'>): void {
    const { id, userId } = editor;
    const { path, projectId } = room;
    const color = colorOf(userId ?? id);
    const cursor: Cursor = { path, client_id: id, user_id: userId ?? null, color, anchor, head };
    this.store.notify(projectId, { code: 'cursors', message: 'A cursor moved.', ...cursor });
  }

  gone({ projectId, path }: EditRoom, { id }: Editor): void {
    this.store.notify(projectId, { code: 'cursors', message: 'A cursor is gone.', path, client_id: id, is_gone: true });
  }

  /** Handles a notice from any instance, including this one. */
  heard(projectId: string, { path, client_id, is_gone, ...place }: Notice['data']): void {
    const room = this.roomOf(projectId, String(path));
    if (!room) return;
    const cursors = this.#cursors.get(room) ?? new Map<string, { cursor: Cursor; heardAt: number }>();
    this.#cursors.set(room, cursors);
    const id = String(client_id);
    if (is_gone === true) cursors.delete(id);
    else cursors.set(id, { cursor: { path: room.path, client_id: id, ...shownPlace(place) }, heardAt: Date.now() });
    this.showTo(room);
  }

  showTo(room: EditRoom): void {
    if (this.#showing.has(room) || !this.#cursors.has(room)) return;
    this.#showing.set(room, setTimeout(() => this.#show(room), PAUSE_MS).unref());
  }

  stop(): void {
    for (const timer of this.#showing.values()) clearTimeout(timer);
  }

  #show(room: EditRoom): void {
    this.#showing.delete(room);
    const cursors = this.#cursors.get(room);
    if (!cursors) return;
    for (const [id, { heardAt }] of cursors) if (Date.now() - heardAt > FORGET_MS) cursors.delete(id);
    const places = [...cursors.values()].map(({ cursor: { path: _same, ...place } }) => place);
    for (const member of room.members.values()) {
      const shown = places.map((place) =>
        place.client_id === member.id ? { ...place, is_own: true as const } : place,
      );
      member.tell({ type: 'cursors', data: { path: room.path, cursors: shown } });
    }
  }
}

function shownPlace(place: Omit<Notice['data'], 'path' | 'client_id'>): Omit<CursorPlace, 'client_id'> {
  return {
    user_id: typeof place['user_id'] === 'string' ? place['user_id'] : null,
    color: String(place['color']),
    anchor: Number(place['anchor']),
    head: Number(place['head']),
  };
}

/** The colour of a person, the same everywhere: one of 24 hues that are readable on light and dark backgrounds. */
export function colorOf(name: string): string {
  const hue = ((createHash('sha256').update(name).digest()[0] ?? 0) % 24) * 15;
  return `hsl(${hue} 70% 45%)`;
}
