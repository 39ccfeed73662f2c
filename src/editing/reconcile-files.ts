import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { Injectable } from '@nestjs/common';
import { BlobStore } from '../event-store/blob-store.port.js';
import type { ReconciledFile, WantedFile } from '../generation/people-edits.js';
import type { ProjectState } from '../generation/state.js';
import { FileGate } from './file-gate.port.js';
import { appliedTo, mergedText, mergeInto, placesBetween } from './merge-text.js';

/** Merges what the blueprint and models write with what people have changed in the same files. */
@Injectable()
export class FileReconciler {
  constructor(
    private readonly blobs: BlobStore,
    private readonly gate: FileGate,
  ) {}

  async reconcile(project: ProjectState, files: readonly WantedFile[]): Promise<readonly ReconciledFile[]> {
    const reconciled = await Promise.all(files.map((file) => this.one(project, file)));
    return reconciled.flatMap((file) => file ?? []);
  }

  private async one({ files, unedited }: ProjectState, wanted: WantedFile): Promise<ReconciledFile | undefined> {
    const { path, content } = wanted;
    const now = files[path];
    const before = unedited[path];
    const expected = now?.sha256 ?? null;
    if (before === undefined) return { path, content, expected };
    // People have deleted it, so it comes back only with new content.
    if (!now) return sha256(content) === before ? undefined : { path, content, expected };
    const [mine, base] = await this.texts(now.sha256, before);
    const wantedText = asText(Buffer.from(content));
    // A picture from a person stays: binary files cannot be merged.
    if (mine === undefined || wantedText === undefined) return undefined;
    const written = { ...wanted, text: wantedText };
    return { path, expected, ...(await this.together(written, mine, base)) };
  }

  private async together(
    { path, text, shown }: Written,
    mine: string,
    base: string | undefined,
  ): Promise<Pick<ReconciledFile, 'content' | 'meant_sha256' | 'conflict'>> {
    const { content, beside, meant } = await this.merged({ path, text, shown }, mine, base);
    const refs = await this.blobs.put([meant, content, beside ?? ''].map((each) => Buffer.from(each)));
    const [meant_sha256 = '', mine_sha256 = '', theirs_sha256 = ''] = refs.map(({ sha256 }) => sha256);
    if (beside === undefined) return { content, meant_sha256 };
    return { content, meant_sha256, conflict: { mine_sha256, theirs_sha256, places: placesBetween(content, beside) } };
  }

  /**
   * `beside`: the merged text with the lines of the writer where both changed the same lines. `meant`: the text without the
   * changes of people.
   */
  private async merged(
    { path, text, shown }: Written,
    mine: string,
    base: string | undefined,
  ): Promise<{ content: string; beside: string | undefined; meant: string }> {
    if (base === undefined) return { content: mine, beside: mine === text ? undefined : text, meant: text };
    const seen = shown?.replace(/\r\n?/g, '\n') ?? base;
    const own = mergeInto(base, seen, text);
    const meant = appliedTo(base, own.changes);
    const merge = mergeInto(mine, base, meant);
    const content = appliedTo(mine, merge.changes);
    const isClear = own.conflicts.length + merge.conflicts.length === 0;
    if (content === mine || (await this.gate.problemsOf({ path, content })).length === 0) {
      return { content, beside: isClear ? undefined : mergedText(text, seen, mine), meant };
    }
    // The gate refuses the merged text, so the text of the person stays as it is.
    return { content: mine, beside: text, meant };
  }

  /** The text of the person, and the text before people changed it; undefined if there was none or it is binary. */
  private async texts(mine: string, base: string | null): Promise<readonly [string | undefined, string | undefined]> {
    const [own, before] = await this.blobs.get(base === null ? [mine] : [mine, base]);
    return [asText(own), asText(before)];
  }
}

interface Written {
  readonly path: string;
  readonly text: string;
  readonly shown?: string | undefined;
}

function asText(content: Buffer | undefined): string | undefined {
  if (!content || !isUtf8(content) || content.includes(0)) return undefined;
  return content.toString().replace(/\r\n?/g, '\n');
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
