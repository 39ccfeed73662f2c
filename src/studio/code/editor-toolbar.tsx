import { openSearchPanel } from '@codemirror/search';
import { type ReactNode, useMemo } from 'react';
import { useProject, useProjectStore } from '../project/use-project.js';
import { type ViewCommand, useCommands } from '../shell/commands.js';
import type { FileView } from '../state/project-state.js';
import { Button, ButtonLink } from '../ui/button.js';
import { ago, authorName } from '../ui/format.js';
import { formatFile } from './editor/format-file.js';
import type { OpenFile, OpenFileState } from './editor/open-file.js';
import { OthersHere } from './others-here.js';
import { soundnessOf } from './problem-list.js';
import { codePath } from './use-file-actions.js';
import styles from './editor-toolbar.module.css';

interface Shown {
  readonly file: FileView;
  /** Once it is edited. */
  readonly opened: OpenFile | undefined;
  readonly state: OpenFileState | undefined;
}

/** What the file is, whether it is saved, who else is in it, and what can be done with it. */
export function EditorToolbar({ file, opened, state }: Shown): ReactNode {
  const { id } = useProjectStore();
  const isReading = useProject(({ link }) => link.state === 'polling');
  useFileCommands(opened);
  return (
    <div className={styles.bar}>
      <div className={styles.about}>
        <span className={styles.path}>{file.path}</span>
        <span className={styles.state} role="status">
          {opened ? savedWords(state) : ''}
        </span>
        <span>
          {opened && '· '}written by {authorName(file.author)}, {ago(file.at)}
        </span>
      </div>
      <OthersHere others={state?.others ?? []} />
      <div className={styles.buttons}>
        <Button size="small" look="quiet" disabled={!opened} onClick={() => opened && find(opened)}>
          Find
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={!opened || isReading}
          title="Shift+Alt+F"
          onClick={() => opened && void formatFile(opened)}
        >
          Format
        </Button>
        <ButtonLink size="small" look="quiet" to={`${codePath(id, file.path)}?history`}>
          History
        </ButtonLink>
      </div>
    </div>
  );
}

function savedWords(state: OpenFileState | undefined): string {
  if (state?.isBehind) return 'Not saved yet';
  switch (soundnessOf(state?.problems ?? [])) {
    case 'broken':
      return 'Kept, but not in the app until it parses';
    default:
      return 'Saved';
  }
}

function find({ view }: OpenFile): void {
  if (view) openSearchPanel(view);
}

function useFileCommands(opened: OpenFile | undefined): void {
  const commands = useMemo<readonly ViewCommand[]>(
    () =>
      opened
        ? [
            { id: 'format', label: 'Format this file', run: () => void formatFile(opened) },
            { id: 'find', label: 'Find and replace in this file', run: () => find(opened) },
          ]
        : [],
    [opened],
  );
  useCommands(commands);
}
