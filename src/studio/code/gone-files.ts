import type { LogMessage } from '../../contract/messages/log-message.js';

/** What became of a path that has no file any more. */
export type Gone =
  | { readonly how: 'renamed'; readonly to: string }
  | { readonly how: 'deleted'; readonly author: string; readonly at: string; readonly seq: number };

/** By path. */
export type GoneFiles = Readonly<Record<string, Gone>>;

export function nothingGone(): GoneFiles {
  return {};
}

/** A fold of the log. */
export function goneAfter(gone: GoneFiles, message: LogMessage): GoneFiles {
  if (message.type === 'asset') return without(gone, message.data.path);
  if (message.type !== 'file') return gone;
  const { data, at, seq } = message;
  switch (data.op) {
    case 'written':
      return without(gone, data.path);
    case 'renamed':
      return { ...without(gone, data.to), [data.from]: { how: 'renamed', to: data.to } };
    case 'deleted':
      // A renamed file's old path is reported as deleted as well.
      if (gone[data.path]?.how === 'renamed') return gone;
      return { ...gone, [data.path]: { how: 'deleted', author: data.author ?? 'anonymous', at, seq } };
  }
}

/** Where the file of this path is now; the path itself where it was not renamed. */
export function pathNow(gone: GoneFiles, path: string): string {
  const seen = new Set<string>();
  let now = path;
  for (let at = gone[now]; at?.how === 'renamed' && !seen.has(now); at = gone[now]) {
    seen.add(now);
    now = at.to;
  }
  return now;
}

function without(gone: GoneFiles, path: string): GoneFiles {
  if (!(path in gone)) return gone;
  const { [path]: _back, ...others } = gone;
  return others;
}
