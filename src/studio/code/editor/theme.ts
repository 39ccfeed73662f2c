import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the studio's colours, which change with the page's scheme by themselves. */
const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--card)', color: 'var(--ink)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', scrollbarWidth: 'thin' },
  '.cm-content': { padding: '8px 0 40vh', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in oklab, var(--accent), transparent 76%)',
  },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in oklab, var(--ink), transparent 98%)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--strong-line)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', outline: '2px solid var(--accent)' },
  '.cm-foldPlaceholder': { background: 'var(--sunken)', border: '1px solid var(--line)', color: 'var(--soft)' },
  '.cm-firstlight-problem': { textDecorationColor: 'var(--bad)' },
});

/** What stands around the text: the search panel, hints, completions. */
const surroundings = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '8px 36px 8px 10px', font: '13px/1.5 Inter, system-ui, sans-serif' },
  '.cm-panel.cm-search label': {
    fontSize: '13px',
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
  },
  '.cm-panel.cm-search [name=close]': {
    width: '28px',
    height: '28px',
    fontSize: '18px',
    color: 'var(--soft)',
    cursor: 'pointer',
  },
  '.cm-textfield': {
    minHeight: '30px',
    padding: '2px 8px',
    border: '1px solid var(--strong-line)',
    borderRadius: '8px',
    background: 'var(--card)',
    color: 'var(--ink)',
    fontSize: '13px',
  },
  '.cm-button': {
    minHeight: '30px',
    padding: '2px 10px',
    border: '1px solid var(--line)',
    borderRadius: '999px',
    background: 'var(--card)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    fontSize: '13px',
    cursor: 'pointer',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: '8px',
    background: 'var(--card)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent-soft)', color: 'var(--ink)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--info)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--warn)' },
  { tag: [tags.typeName, tags.className, tags.namespace], color: 'var(--info)' },
  { tag: [tags.tagName, tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--warn)' },
  { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);

export const studioTheme: Extension = [look, surroundings, syntaxHighlighting(colours)];
