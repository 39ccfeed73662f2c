import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import type { Extension } from '@codemirror/state';
import { extensionOf } from '../file-kind.js';

/** What an app's text files are written in; of another file only its text is shown. */
export function languageOf(path: string): Extension {
  switch (extensionOf(path)) {
    case 'tsx':
      return javascript({ typescript: true, jsx: true });
    case 'ts':
      return javascript({ typescript: true });
    case 'json':
      return json();
    default:
      return [];
  }
}
