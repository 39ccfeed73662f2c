import { webBundlePath } from '../bundle-url.js';
import { appPage } from '../proxy/pages.js';

const STORED = 'firstlight-preview';

/**
 * The app's page below a segment. The app reads the address as its own route, so the segment is taken off it; the tab
 * remembers it for a reload.
 */
export function phonePage(label: string, segment: string): string {
  const bundle = `/${segment}${webBundlePath(label).replace('lazy=true', 'lazy=false')}`;
  const script = `
sessionStorage.setItem(${JSON.stringify(STORED)}, ${JSON.stringify(segment)});
history.replaceState(null, '', location.pathname.slice(${segment.length + 1}) || '/');
`;
  return appPage(label, bundle).replace('<head>', `<head>\n<script>${script}</script>`);
}

/** Answers an address without a segment: a tab that had a preview goes back to it, others read what to do. */
export function lostPage(): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>No preview here</title>
<style>body { display: grid; place-content: center; min-height: 90vh; margin: 0 2rem; text-align: center; font: 1rem system-ui; color: #444; }</style>
<script>
const segment = sessionStorage.getItem(${JSON.stringify(STORED)});
if (segment && !location.pathname.startsWith('/' + segment)) location.replace('/' + segment + location.pathname + location.search);
</script>
</head>
<body><h1>No preview here</h1><p>Scan the QR code of your app again: its address has more to it than this.</p></body>
</html>
`;
}
