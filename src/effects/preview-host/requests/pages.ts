import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { LivePreviews } from '../live-previews.js';
import { refusalOf } from '../refused-builds.js';
import { uncompiled } from '../../processes/uncompiled.js';
import { SAYS_IT_IS_HERE } from '../site/says-it-is-here.js';
import { webBundlePath } from './metro-path.js';

const SHELL = pageScript('shell.js');
const PICK = pageScript('pick.js');

export interface AppPageOptions {
  /** The bundle's path. */
  readonly bundle?: string;
  /** Set where the studio may be around the page: the origin of the service's PUBLIC_URL, null where it has none. */
  readonly studio?: string | null;
}

/**
 * The page that loads a project's bundle; the same for every route, since the app reads the path itself. Each load has a name,
 * so that its live updates begin where its bundle ended (metro/page-revisions.cjs).
 */
export function appPage(label: string, { bundle = webBundlePath(label), studio }: AppPageOptions = {}): string {
  const source = `${bundle}&load=${randomUUID()}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<link rel="icon" href="data:,">
<title>Preview</title>
<style id="expo-reset">
html, body { height: 100%; }
body { overflow: hidden; }
#root { display: flex; height: 100%; flex: 1; }
</style>
<script>const firstlight = ${JSON.stringify({ bundle, studio })};
${SHELL}${studio === undefined ? '' : PICK}</script>
</head>
<body>
<noscript>The preview needs JavaScript.</noscript>
<div id="root"></div>
<script src="${source.replaceAll('&', '&amp;')}" defer onerror="firstlight.bundleFailed()"></script>
</body>
</html>
`;
}

function pageScript(name: string): string {
  return readFileSync(uncompiled('preview-host', join('page', name)), 'utf8');
}

/** Shown, with 404, if no project has this host; it checks again by itself, since a page may be open before its project exists. */
export function noProjectPage(label: string): string {
  return note('No app here yet', `There is no project at <b>${label}</b>. This page checks again by itself.`, 2);
}

/** Shown, with 503, while the preview process starts. */
export function waitingPage(): string {
  return note('The preview is starting', 'It will appear here in a moment.', 1);
}

/** Shown, with 503, where a project may not be built, or as many previews are open as there may be. */
export function notServedPage(label: string, live: Pick<LivePreviews, 'isRefused'>): string {
  if (live.isRefused(label)) return note('This app cannot be built', refusalOf(label), 5);
  return note('Too many previews are open', 'Close one; this page checks again by itself.', 10);
}

function note(title: string, text: string, reloadAfterSeconds: number): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${reloadAfterSeconds}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>
body { display: grid; place-content: center; min-height: 90vh; margin: 0 2rem; text-align: center; font: 1rem system-ui; color: #444; }
</style>
</head>
<body><h1>${title}</h1><p>${text}</p>${SAYS_IT_IS_HERE}</body>
</html>
`;
}
