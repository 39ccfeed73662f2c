'use strict';
/**
 * Runs in a preview's page before the app's bundle. It keeps the page alive over broken code, a restarted service and a
 * suspended project, and tells the service what goes wrong in the app. `firstlight.bundle` is the bundle's path.
 */
(() => {
  const RETRY_MS = 700;
  const MAX_REPORTS = 20;
  const SETTLING_MS = 400;
  const ANEW_AGAIN_MS = 10_000;

  /** Below the project's own address, which on a phone's listener has a path. */
  const own = firstlight.bundle.replace(/\/projects\/.*$/, '/_firstlight/');
  const root = () => document.getElementById('root');
  const isBlank = () => !root() || root().childElementCount === 0;

  // ─── What went wrong, for the person who looks ───
  function show(title, message) {
    const isOverlay = isBlank();
    const box = document.getElementById('firstlight-error') ?? document.body.appendChild(document.createElement('pre'));
    box.id = 'firstlight-error';
    box.style = isOverlay
      ? 'position:fixed;inset:0;margin:0;padding:1.5rem;overflow:auto;white-space:pre-wrap;font:13px ui-monospace,monospace;background:#fff;color:#a11;z-index:99999'
      : 'position:fixed;left:8px;right:8px;bottom:8px;max-height:40%;margin:0;padding:10px 12px;overflow:auto;white-space:pre-wrap;font:12px ui-monospace,monospace;background:#a11;color:#fff;border-radius:8px;z-index:99999';
    box.textContent = `${title}\n\n${message}`;
  }
  /** The page around this one may show something else meanwhile, such as the last version that works. */
  function failed(title, message) {
    show(title, message);
    window.parent.postMessage({ type: 'firstlight:failed', title, message }, '*');
  }
  const clear = () => document.getElementById('firstlight-error')?.remove();

  function describe({ message = '', filename, originModulePath, lineNumber, column }) {
    // eslint-disable-next-line no-control-regex -- terminal colours are control characters
    const text = message.replace(/\u001b\[[0-9;]*m/g, '');
    const file = (filename ?? originModulePath ?? '').replace(/^.*\/?projects\/[^/]+\//, '');
    if (!file) return text;
    const line = lineNumber ?? /^[ \t]*>[ \t]*(\d+)[ \t]*\|/m.exec(text)?.[1];
    const place = line ? `${file}:${line}${column >= 0 ? `:${column + 1}` : ''}` : file;
    return `${place}\n\n${text}`;
  }

  // ─── The page around this one shows the plan until the app has drawn itself, and help where not even this page comes ───
  window.parent.postMessage('firstlight:here', '*');
  addEventListener('DOMContentLoaded', () => {
    const tell = () => window.parent.postMessage('firstlight:shown', '*');
    const look = () => {
      if (isBlank()) return;
      drawing.disconnect();
      window.requestAnimationFrame(() => window.requestAnimationFrame(tell));
    };
    const drawing = new window.MutationObserver(look);
    drawing.observe(root(), { childList: true });
    look();
  });

  // ─── A bundle that does not load: says why, and loads the page anew once it does ───
  async function bundleFailed() {
    try {
      const response = await fetch(firstlight.bundle);
      if (response.ok) return reload('its bundle can be had now');
      const text = await response.text();
      if (response.status === 500) {
        failed('This app does not compile yet', describe(text.startsWith('{') ? JSON.parse(text) : { message: text }));
      } else show('The preview is starting', 'It appears here by itself in a moment.');
    } catch {
      show('The preview cannot be reached', 'It comes back by itself as soon as the service does.');
    }
    setTimeout(bundleFailed, RETRY_MS);
  }
  firstlight.bundleFailed = bundleFailed;

  // ─── Live updates: a change that does not compile leaves the last good screen as it is ───
  const LOST = ['GraphNotFoundError', 'RevisionNotFoundError'];

  /** Expo's client gets the messages through `onmessage`; those of code that does not compile end here. */
  class HotSocket extends WebSocket {
    constructor(url, protocols) {
      super(url, protocols);
      this.isHot = new URL(url, location.href).pathname === '/hot';
      if (this.isHot) this.addEventListener('close', () => void reconnect());
    }

    set onmessage(handle) {
      super.onmessage = !this.isHot ? handle : (event) => heard(JSON.parse(event.data)) && handle(event);
    }

    get onmessage() {
      return super.onmessage;
    }
  }
  window.WebSocket = HotSocket;

  /** Whether Expo's client is to hear of it. */
  function heard({ type, body }) {
    if (type === 'error' && LOST.includes(body.type)) {
      reload('it has missed a change');
      return false;
    }
    if (type === 'error') {
      show('The last change does not compile; this is the app before it', describe(body));
      return false;
    }
    if (type === 'update' && !body.isInitialUpdate) {
      clear();
      reported.clear();
      // An app that failed before it was rendered has nothing that an update could render anew.
      setTimeout(() => isBlank() && reload('nothing was rendered'), SETTLING_MS);
    }
    return true;
  }

  let isReloading = false;
  addEventListener('pagehide', () => (isReloading = true));

  /** The service or the preview's process has gone, or the project was suspended: once all is back, the page is loaded anew. */
  async function reconnect() {
    while (!isReloading) {
      const isBack = await fetch(`${own}state`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isBack) return reload('its connection was lost');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  function reload(why) {
    if (isReloading) return;
    isReloading = true;
    console.debug(`Firstlight loads this page anew: ${why}.`);
    location.reload();
  }

  /**
   * A page without a module that its code asks for has missed a change; a new bundle has the module. If it was loaded anew for that
   * a moment ago, loading does not help, and the error is reported like any other.
   */
  function reloadsForMissingModule(message) {
    if (!/Requiring unknown module/.test(message)) return false;
    try {
      const last = Number(window.sessionStorage.getItem('firstlight:anew'));
      if (Date.now() - last < ANEW_AGAIN_MS) return false;
      window.sessionStorage.setItem('firstlight:anew', String(Date.now()));
    } catch {
      return false; // without storage nobody knows when it was last done
    }
    reload('a module is missing');
    return true;
  }

  // ─── What the app itself complains of, for the service ───
  const reported = new Set();
  function report(kind, message, stack) {
    if (reloadsForMissingModule(message)) return;
    const text = message.slice(0, 2000);
    if (reported.has(text) || reported.size >= MAX_REPORTS) return;
    reported.add(text);
    const body = JSON.stringify({ kind, message: text, stack: (stack ?? '').slice(0, 4000) });
    // Nothing else can be done about a report that does not arrive.
    fetch(`${own}report`, { method: 'POST', body, keepalive: true }).catch(() => undefined);
  }

  const messageOf = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

  addEventListener('error', ({ error, message }) => {
    if (!error && !message) return;
    report('error', error ? messageOf(error) : message, error?.stack);
    setTimeout(() => isBlank() && failed('This app stopped with an error', error?.stack ?? message), SETTLING_MS);
  });
  addEventListener('unhandledrejection', (event) => {
    const { reason } = event;
    // A font that comes later than Expo waits for it: it shows all the same as soon as it is there.
    if (/^\d+ms timeout exceeded$/.test(reason?.message ?? '')) event.preventDefault();
    else report('rejection', messageOf(reason), reason?.stack);
  });

  const consoleError = console.error;
  console.error = (...parts) => {
    const error = parts.find((part) => part instanceof Error);
    const words = parts.filter((part) => typeof part === 'string').join(' ');
    if (error) report('error', messageOf(error), error.stack);
    else if (words) report('console', words);
    consoleError.apply(console, parts);
  };
})();
