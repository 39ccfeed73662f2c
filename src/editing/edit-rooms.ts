import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FileProblem, TextUpdate } from '../contract/texts.js';
import { type Doorbell, EventStore, type Notice } from '../event-store/event-store.port.js';
import { editStream } from '../event-store/stream-id.js';
import { personOf } from '../generation/people-edits.js';
import { Checkpoints } from './checkpoints.js';
import { type Cursor, Cursors } from './cursors.js';
import { type Editor, EditRoom } from './edit-room.js';
import { EditedTexts } from './edited-texts.js';
import { FileNotFound } from '../generation/errors.js';
import { FileNotOpen } from './errors.js';
import type { Findings } from './shown-problems.js';
import { TypeWatch } from './type-watch.js';

/** The files that are open on this instance, and the editors that have them open. */
@Injectable()
export class EditRooms implements BeforeApplicationShutdown {
  readonly #logger = new Logger('Editing');
  readonly #rooms = new Map<string, EditRoom>();
  readonly #cursors: Cursors;
  #onTouched: (projectId: string, path: string) => void = () => undefined;
  readonly #stops: readonly (() => void)[];

  constructor(
    store: EventStore,
    private readonly texts: EditedTexts,
    private readonly checkpoints: Checkpoints,
    private readonly types: TypeWatch,
  ) {
    this.#cursors = new Cursors(store, (projectId, path) => this.#rooms.get(editStream(projectId, path)));
    this.#stops = [store.listen((bell) => this.#rung(bell)), store.listenToNotices((notice) => this.#noticed(notice))];
    checkpoints.onProblems((...where) => this.#found('gate', ...where));
    types.onFound(
      (projectId) => [...this.#rooms.values()].flatMap((room) => (room.projectId === projectId ? [room.path] : [])),
      (...where) => this.#found('types', ...where),
    );
  }

  /** Called whenever the text of a file that is open here has changed. */
  onTouched(listener: (projectId: string, path: string) => void): void {
    this.#onTouched = listener;
  }

  /**
   * Opens a file: the editor receives its text, then every change. If it has a version already (`since`), it receives the changes
   * since then instead.
   * @throws FileNotFound, FileNotEditable
   */
  async open(projectId: string, path: string, editor: Editor, since?: number): Promise<void> {
    const key = editStream(projectId, path);
    const room = this.#rooms.get(key) ?? new EditRoom(projectId, path, this.texts);
    this.#rooms.set(key, room);
    try {
      await room.join(editor, since);
    } finally {
      this.#removeIfEmpty(room);
    }
    this.#cursors.showTo(room);
  }

  /**
   * Stores changes. Durable when it resolves; everyone who has the file open receives them as `edits`.
   * @throws FileNotOpen, and what EditedTexts.push throws
   */
  async edit(
    projectId: string,
    path: string,
    editor: Editor | undefined,
    version: number,
    updates: readonly TextUpdate[],
  ): Promise<void> {
    const { userId } = this.#memberOf(projectId, path, editor).editor;
    await this.texts.push(projectId, path, version, updates, personOf(userId));
    this.#touched(projectId, path);
  }

  /** @throws FileNotOpen */
  moveCursor(
    projectId: string,
    path: string,
    editor: Editor | undefined,
    place: Pick<Cursor, 'anchor' | 'head'>,
  ): void {
    const member = this.#memberOf(projectId, path, editor);
    this.#cursors.move(member.room, member.editor, place);
  }

  /** Closes a file. When the last member leaves, its text is written into the file. */
  async close(projectId: string, path: string, editor: Editor): Promise<void> {
    const room = this.#rooms.get(editStream(projectId, path));
    if (!room?.members.delete(editor.id)) return;
    this.#cursors.gone(room, editor);
    if (room.members.size > 0) return;
    this.#removeIfEmpty(room);
    await this.checkpoints.write(projectId, path).catch((error: unknown) => {
      if (!(error instanceof FileNotFound)) throw error;
    });
  }

  /** Closes every file that the viewer had open. */
  async leave(editor: Editor): Promise<void> {
    const rooms = [...this.#rooms.values()].filter(({ members }) => members.has(editor.id));
    await Promise.all(rooms.map(({ projectId, path }) => this.close(projectId, path, editor)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#cursors.stop();
    await this.types.stop();
    await this.checkpoints.stop();
  }

  #removeIfEmpty(room: EditRoom): void {
    if (room.isEmpty) this.#rooms.delete(editStream(room.projectId, room.path));
  }

  #rung({ streamIds }: Doorbell): void {
    for (const [stream, room] of this.#rooms) {
      if (!streamIds || streamIds.has(stream)) this.#inRoom(room, () => this.#readOn(room));
      // The file may have been written by something other than an editor: that becomes a change of the text.
      if (!streamIds || streamIds.has(room.projectId)) {
        this.#inRoom(room, () => this.texts.open(room.projectId, room.path));
        if (room.hasWrongTypes) this.types.touched(room.projectId);
      }
    }
  }

  /** Schedules a write too: another instance may have stored the change and died before writing the file. */
  async #readOn(room: EditRoom): Promise<void> {
    if (await room.grown()) this.#touched(room.projectId, room.path);
  }

  #touched(projectId: string, path: string): void {
    this.checkpoints.touched(projectId, path);
    this.types.touched(projectId);
    this.#onTouched(projectId, path);
  }

  #noticed({ streamId, data }: Notice): void {
    if (streamId !== undefined && data.code === 'cursors') this.#cursors.heard(streamId, data);
  }

  #found(by: Findings['by'], projectId: string, path: string, version: number, problems: readonly FileProblem[]): void {
    this.#rooms.get(editStream(projectId, path))?.found(by, version, problems);
  }

  #memberOf(projectId: string, path: string, editor: Editor | undefined): { room: EditRoom; editor: Editor } {
    const room = this.#rooms.get(editStream(projectId, path));
    if (!editor || !room?.members.has(editor.id)) throw new FileNotOpen(path);
    return { room, editor };
  }

  #inRoom(room: EditRoom, work: () => Promise<unknown>): void {
    work().catch((error: unknown) => {
      if (error instanceof FileNotFound) return; // Deleted: viewers learn that from the log.
      this.#logger.warn(`The changes to ${room.path} could not be read: ${String(error)}`);
    });
  }
}
