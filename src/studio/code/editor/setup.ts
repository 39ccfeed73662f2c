import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { conflictMarks } from './conflict-marks.js';
import { languageOf } from './language.js';
import { problemGutter } from './problem-gutter.js';
import { studioTheme } from './theme.js';

/** How a file is shown, whether it can be changed or not. */
export function readingSetup(path: string): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    bracketMatching(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': `Text of ${path}`, tabindex: '0' }),
    keymap.of([...searchKeymap, ...foldKeymap]),
    languageOf(path),
    studioTheme,
  ];
}

/** @param more keys of the page's own, before all others */
export function editingSetup(path: string, more: readonly KeyBinding[]): Extension {
  return [
    keymap.of(more),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    indentOnInput(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    closeBrackets(),
    autocompletion(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    problemGutter(),
    conflictMarks(),
    readingSetup(path),
  ];
}
