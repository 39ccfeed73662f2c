import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useProject } from '../project/use-project.js';
import { Loading } from '../ui/states.js';
import type { OpenFiles } from './editor/open-files.js';
import { EditorPane } from './editor-pane.js';
import { kindOf } from './file-kind.js';
import { HistoryPane } from './history-pane.js';
import { MissingFile } from './missing-file.js';
import { WholeFile } from './whole-file.js';

/** One file: edited where it is a text, shown where it is not. */
export function FilePane({ path, open }: { path: string; open: OpenFiles }): ReactNode {
  const file = useProject(({ state }) => state.files[path]);
  const isCaughtUp = useProject((snapshot) => snapshot.isCaughtUp);
  const isHistory = useSearchParams()[0].has('history');
  if (!file) return isCaughtUp ? <MissingFile path={path} /> : <Loading what="Reading the project…" />;
  if (kindOf(path) !== 'code') return <WholeFile file={file} />;
  return isHistory ? <HistoryPane file={file} open={open} /> : <EditorPane file={file} open={open} />;
}
