import { isUtf8 } from 'node:buffer';
import { rebaseUpdates, type Update } from '@codemirror/collab';
import { Injectable } from '@nestjs/common';
import { handle } from '../commands/handle.js';
import { readProject } from '../commands/read-project.js';
import type { TextUpdate } from '../contract/texts.js';
import { BlobStore } from '../event-store/blob-store.port.js';
import { EventStore, type StoredEvent, VersionConflict } from '../event-store/event-store.port.js';
import { editStream } from '../event-store/stream-id.js';
import { FileNotFound } from '../generation/errors.js';
import type { FileVersion, ProjectState } from '../generation/state.js';
import { type EditedText, evolveText, misfit, textAt } from './edited-text.js';
import { EditInvalid, FileNotEditable, MAX_TEXT_BYTES, VersionTooOld } from './errors.js';
import { mergedText, mergeInto, type TextConflict } from './merge-text.js';
import { clientOfFile, fileOfClient, toStored, toUpdate, updateOf } from './text-update.js';

/** A text with its file and project, as they were read. */
export interface OpenText {
  readonly edited: EditedText;
  readonly project: ProjectState;
  readonly file: FileVersion;
}

/** The author of changes that merge a version of the file into the text. */
const SERVICE = 'service';

/**
 * The texts of files as people edit them. The log is the only state: any instance may open and push at any time, and the expected
 * seq of each append keeps them from overwriting each other.
 */
@Injectable()
export class EditedTexts {
  constructor(
    private readonly store: EventStore,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Returns the newest text of the file. If others have written the file in the meantime, their version is merged in; where both
   * changed the same lines, those of the people who are typing stay.
   * @throws FileNotFound, FileNotEditable
   */
  async open(projectId: string, path: string): Promise<OpenText> {
    for (;;) {
      const project = await readProject(this.store, projectId);
      const file = project.files[path];
      if (!file) throw new FileNotFound(projectId, path);
      const edited = await this.read(project, file);
      if (edited.file.seq >= file.seq) return { edited, project, file };
      await this.takeIn(projectId, edited, file);
    }
  }

  /**
   * Stores updates made at `version`, rebased over newer changes, and returns the new version. Updates that are already stored
   * are skipped, so pushing twice does no harm.
   * @throws FileNotFound, FileNotEditable, EditInvalid, VersionTooOld, LogUnavailable
   */
  async push(
    projectId: string,
    path: string,
    version: number,
    updates: readonly TextUpdate[],
    actor: string,
  ): Promise<number> {
    const made = updates.map((update) => this.understood(path, version, update));
    for (;;) {
      const { edited, file } = await this.open(projectId, path);
      if (version > edited.version) throw new EditInvalid(path, version, `its newest version is ${edited.version}`);
      const since = await this.changesSince(projectId, path, version, edited.version);
      const rebased = rebase(made, since, path, version);
      if (rebased.length === 0) return edited.version;
      requireFit(edited, rebased, file, version);
      try {
        const events = rebased.map((update) => toStored(update, actor));
        await this.store.append(editStream(projectId, path), edited.version, events);
        return edited.version + rebased.length;
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
      }
    }
  }

  /** The changes after `version`, up to and including `upTo`. @throws VersionTooOld */
  async changesSince(projectId: string, path: string, version: number, upTo?: number): Promise<readonly StoredEvent[]> {
    if (upTo !== undefined && upTo <= version) return [];
    const limit = upTo === undefined ? {} : { limit: upTo - version };
    const events = await this.store.read(editStream(projectId, path), { afterSeq: version, ...limit });
    const [first] = events;
    if (first && first.seq !== version + 1) throw new VersionTooOld(path, version, first.seq - 1);
    return events;
  }

  private async read(project: ProjectState, file: FileVersion): Promise<EditedText> {
    const { path } = file;
    const checkpoint = project.checkpoints[path];
    const start = checkpoint
      ? textAt(checkpoint.version, await this.contentOf(path, checkpoint.sha256), checkpoint)
      : textAt(0, '', { seq: 0, sha256: '' });
    const changes = await this.changesSince(project.projectId, path, start.version);
    return changes.reduce(evolveText, start);
  }

  /**
   * Merges another writer's version of the file into the text as a change. If several instances try, only the first one's change
   * is stored.
   */
  private async takeIn(
    projectId: string,
    { version, text, file: known }: EditedText,
    file: FileVersion,
  ): Promise<void> {
    const theirs = await this.contentOf(file.path, file.sha256);
    const base = known.sha256 === '' ? '' : await this.contentOf(file.path, known.sha256);
    const { changes, conflicts } = mergeInto(text.toString(), base, theirs);
    if (conflicts.length > 0) {
      const mine = changes.apply(text).toString();
      const beside = mergedText(theirs, base, text.toString());
      await this.report(projectId, file, { mine, beside, places: conflicts });
    }
    const update = { clientID: clientOfFile(file), changes };
    try {
      await this.store.append(editStream(projectId, file.path), version, [toStored(update, SERVICE)]);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }

  /** Reports the conflict before the merged text is stored, so that the lines that were left out are never lost. */
  private async report(
    projectId: string,
    { path, seq }: FileVersion,
    { mine, beside, places }: { mine: string; beside: string; places: readonly TextConflict[] },
  ): Promise<void> {
    const [kept, other] = await this.blobs.put([Buffer.from(mine), Buffer.from(beside)]);
    const [event] = await this.store.read(projectId, { afterSeq: seq - 1, limit: 1 });
    if (!kept || !other || !event) throw new Error(`${path} has no version with seq ${seq}.`);
    const author = (event.data as { author?: string }).author ?? SERVICE;
    const versions = { mine_sha256: kept.sha256, theirs_sha256: other.sha256 };
    const conflict = { path, author, ...versions, places, of_seq: seq };
    await handle(this.store, projectId, { type: 'ReportConflict', conflict }, SERVICE);
  }

  /** @throws FileNotEditable if it is not text or too long */
  private async contentOf(path: string, sha256: string): Promise<string> {
    const [content = Buffer.alloc(0)] = await this.blobs.get([sha256]);
    if (content.length > MAX_TEXT_BYTES) throw tooLong(path, content.length);
    const isText = isUtf8(content) && !content.includes(0);
    if (!isText) throw new FileNotEditable(path, 'it is binary, not a text');
    return content.toString().replace(/\r\n?/g, '\n');
  }

  private understood(path: string, version: number, update: TextUpdate): Update {
    if (fileOfClient(update.client_id)) throw new EditInvalid(path, version, 'a client_id must not begin with "file:"');
    try {
      return toUpdate(update);
    } catch (error) {
      throw new EditInvalid(path, version, error instanceof Error ? error.message : String(error));
    }
  }
}

function rebase(
  made: readonly Update[],
  since: readonly StoredEvent[],
  path: string,
  version: number,
): readonly Update[] {
  try {
    return rebaseUpdates(
      made,
      since.map((event) => toUpdate(updateOf(event))),
    );
  } catch (error) {
    // Changes made for a text of another length cannot be rebased.
    throw new EditInvalid(path, version, error instanceof Error ? error.message : String(error));
  }
}

/** @throws EditInvalid; FileNotEditable if the text would become too long */
function requireFit(edited: EditedText, updates: readonly Update[], { path }: FileVersion, version: number): void {
  let { text } = edited;
  for (const { changes } of updates) {
    const why = misfit(text, changes);
    if (why !== undefined) throw new EditInvalid(path, version, why);
    text = changes.apply(text);
  }
  const bytes = Buffer.byteLength(text.toString());
  if (bytes > MAX_TEXT_BYTES) throw tooLong(path, bytes);
  if (text.toString().includes('\0')) throw new EditInvalid(path, version, 'a text must not contain NUL');
}

function tooLong(path: string, bytes: number): FileNotEditable {
  return new FileNotEditable(path, `it has ${bytes} bytes; a text may have at most ${MAX_TEXT_BYTES}`);
}
