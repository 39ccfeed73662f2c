import { isUtf8 } from 'node:buffer';
import { createTwoFilesPatch } from 'diff';
import type { FileDiff } from '../../contract/history.js';
import type { BlobStore } from '../../event-store/blob-store.port.js';
import type { ProjectState } from '../../generation/state.js';

type Files = ProjectState['files'];

/** Texts that differ by more lines are not compared: it would take too long. */
const MAX_EDIT_LENGTH = 4_000;

/** What happened to each file between two moments, by path. */
export async function diffFiles(before: Files, after: Files, blobs: BlobStore): Promise<readonly FileDiff[]> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path]?.sha256 !== after[path]?.sha256)
    .sort();
  const diffs: FileDiff[] = [];
  for (const path of paths) {
    const [old, now] = await Promise.all([before, after].map((files) => contentOf(files, path, blobs)));
    diffs.push(diffOf(path, old, now));
  }
  return diffs;
}

async function contentOf(files: Files, path: string, blobs: BlobStore): Promise<Buffer | undefined> {
  const file = files[path];
  return file && (await blobs.get([file.sha256]))[0];
}

function diffOf(path: string, before: Buffer | undefined, after: Buffer | undefined): FileDiff {
  const status = !before ? 'added' : !after ? 'deleted' : 'modified';
  const isText = [before, after].every((content) => content === undefined || (isUtf8(content) && !content.includes(0)));
  const patch = isText ? patchOf(path, before?.toString(), after?.toString()) : null;
  const lines = patch?.split('\n').slice(3) ?? [];
  const count = (sign: string): number => lines.filter((line) => line.startsWith(sign)).length;
  return { path, status, additions: count('+'), deletions: count('-'), patch };
}

function patchOf(path: string, before: string | undefined, after: string | undefined): string | null {
  const names = [before === undefined ? '/dev/null' : `a/${path}`, after === undefined ? '/dev/null' : `b/${path}`];
  const [oldName = '', newName = ''] = names;
  const options = { maxEditLength: MAX_EDIT_LENGTH };
  return createTwoFilesPatch(oldName, newName, before ?? '', after ?? '', undefined, undefined, options) ?? null;
}
