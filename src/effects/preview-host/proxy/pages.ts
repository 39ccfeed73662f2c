import { webBundlePath } from '../bundle-url.js';

/** The page that loads a project's bundle; the same for every route, since the app reads the path itself. */
export function appPage(label: string, bundle = webBundlePath(label)): string {
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
<script>${brokenAppScript(bundle)}</script>
</head>
<body>
<noscript>The preview needs JavaScript.</noscript>
<div id="root"></div>
<script src="${bundle.replaceAll('&', '&amp;')}" defer onerror="firstlight.bundleFailed()"></script>
</body>
</html>
`;
}

/** Shown, with 404, where no project has this host; it looks again by itself, since a page may be open before its project. */
export function noProjectPage(label: string): string {
  return note('No app here yet', `There is no project behind <b>${label}</b>. This page looks again by itself.`, 2);
}

/** Shown, with 503, while the preview process starts. */
export function waitingPage(): string {
  return note('The preview is starting', 'It appears here by itself in a moment.', 1);
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
<body><h1>${title}</h1><p>${text}</p></body>
</html>
`;
}

/**
 * A page whose script fails before it renders would stay blank, even after the code is mended: it says why instead, and
 * reloads once the bundle compiles.
 */
function brokenAppScript(bundle: string): string {
  return `
const firstlight = {
  show(title, message) {
    const root = document.getElementById('root');
    if (!root || root.childElementCount > 0) return;
    const box = document.getElementById('firstlight-error') || document.body.appendChild(document.createElement('pre'));
    box.id = 'firstlight-error';
    box.style = 'position:fixed;inset:0;margin:0;padding:1.5rem;overflow:auto;white-space:pre-wrap;font:13px ui-monospace,monospace;background:#fff;color:#a11';
    box.textContent = title + '\\n\\n' + message.replace(/\\u001b\\[[0-9;]*m/g, '');
  },
  async bundleFailed() {
    try {
      const response = await fetch(${JSON.stringify(bundle)});
      if (response.ok) return location.reload();
      const text = await response.text();
      let message = text;
      if (text.startsWith('{')) message = JSON.parse(text).message;
      if (response.status === 500) firstlight.show('This app does not compile yet', message);
    } catch (error) {
      firstlight.show('The preview cannot be reached', String(error));
    }
    setTimeout(firstlight.bundleFailed, 1000);
  },
};
addEventListener('error', (event) => {
  if (event.error) setTimeout(() => firstlight.show('This app stopped with an error', String(event.error.stack || event.error)), 500);
});
`;
}
