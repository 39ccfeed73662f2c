import { SAYS_IT_IS_HERE } from './says-it-is-here.js';

/** The one page of an exported app; the app reads its route from the address. @param script the bundle's path */
export function sitePage(title: string, script: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<meta name="generator" content="Firstlight">
<link rel="icon" href="data:,">
<title>${title}</title>
<style id="expo-reset">
html, body { height: 100%; }
body { overflow: hidden; }
#root { display: flex; height: 100%; flex: 1; }
</style>
</head>
<body>
<noscript>This app needs JavaScript.</noscript>
<div id="root"></div>
${SAYS_IT_IS_HERE}
<script src="${script}" defer></script>
</body>
</html>
`;
}
