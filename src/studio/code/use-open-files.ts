import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useProjectStore } from '../project/use-project.js';
import { toast } from '../ui/toasts.js';
import { formatFile } from './editor/format-file.js';
import type { OpenFile } from './editor/open-file.js';
import { OpenFiles, type OpenFileStates } from './editor/open-files.js';

const LISTENER = {
  tooLong: (path: string) =>
    toast(`That is too much for a single change of ${path} and was left out: insert it in parts.`, { tone: 'bad' }),
  format: (file: OpenFile) => void formatFile(file),
};

/** The project's files that are open here. */
export function useOpenFiles(): OpenFiles {
  const store = useProjectStore();
  const files = useMemo(() => new OpenFiles(store.id, store.line, LISTENER), [store]);
  useEffect(() => files.start(), [files]);
  return files;
}

export function useOpenFileStates(files: OpenFiles): OpenFileStates {
  return useSyncExternalStore(files.subscribe, files.states);
}
