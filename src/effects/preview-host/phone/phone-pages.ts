import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { uncompiled } from '../../processes/uncompiled.js';
import { phoneBundlePath } from '../requests/metro-path.js';
import { appPage } from '../requests/pages.js';

const STORED = 'firstlight-preview';
/** Set where the project's own port could not be reached. */
const STAYS = 'firstlight-stays';
/** Browsers share cookies between the ports of a host, and so between projects. */
const NO_COOKIES = "Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });";
const KEPT_APART = readFileSync(uncompiled('preview-host', join('page', 'kept-apart.js')), 'utf8');

/**
 * The app's page below a segment. The app reads the address as its own route, so the segment is taken off it; the tab
 * remembers it for a reload. @param isShared whether other projects have pages at this origin: what they store is kept apart
 */
export function phonePage(label: string, segment: string, { isShared }: { readonly isShared: boolean }): string {
  const bundle = `/${segment}${phoneBundlePath(label, 'web')}`;
  const script = `
sessionStorage.setItem(${JSON.stringify(STORED)}, ${JSON.stringify(segment)});
history.replaceState(null, '', location.pathname.slice(${segment.length + 1}) || '/');
${NO_COOKIES}
${isShared ? `const keptApart = ${JSON.stringify(`${label}/`)};\n${KEPT_APART}` : ''}`;
  return appPage(label, { bundle }).replace('<head>', () => `<head>\n<script>${script}</script>`);
}

/** Leads to the same page at the project's own port or, where a firewall is in the way, says so and loads it here. */
export function movingPage(segment: string, port: number): string {
  return plainPage(
    'Opening the preview',
    `
const own = \`\${location.protocol}//\${location.hostname}:${port}\`;
fetch(\`\${own}/status\`, { signal: AbortSignal.timeout(2000) }).then((answer) => answer.text()).then(
  () => location.replace(own + location.pathname + location.search + location.hash),
  () => {
    document.cookie = '${STAYS}=1; max-age=3600; samesite=strict; path=/${segment}';
    location.reload();
  },
);
`,
    '<h1>Opening the preview</h1>',
  );
}

/** Whether the browser that sends this cookie could not reach the project's own port a while ago. */
export function hasStayed(cookie = ''): boolean {
  return cookie.split('; ').includes(`${STAYS}=1`);
}

/** Answers an address without a segment: a tab that had a preview goes back to it, others read what to do. */
export function lostPage(): string {
  return plainPage(
    'No preview here',
    `
const segment = sessionStorage.getItem(${JSON.stringify(STORED)});
if (segment && !location.pathname.startsWith('/' + segment)) location.replace('/' + segment + location.pathname + location.search);
`,
    '<h1>No preview here</h1><p>Scan the QR code of your app again: this address is incomplete.</p>',
  );
}

function plainPage(title: string, script: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>body { display: grid; place-content: center; min-height: 90vh; margin: 0 2rem; text-align: center; font: 1rem system-ui; color: #444; }</style>
<script>${script}</script>
</head>
<body>${body}</body>
</html>
`;
}
