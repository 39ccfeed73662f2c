const LOOK_MS = 500;

/** The scripts whose shell becomes this process (`exec`), so that its parent is npm itself. */
const SCRIPTS = ['start', 'start:prod'];

/**
 * Calls back once, when the npm that started this process has gone without passing a signal on: killed, or hung up. It was
 * what a person or a supervisor knew of the service; what goes on without it holds the port, and nobody can stop it.
 */
export function whenNpmIsGone(onGone: () => void): void {
  if (!SCRIPTS.includes(process.env['npm_lifecycle_event'] ?? '')) return;
  const npm = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(look);
    onGone();
  }, LOOK_MS).unref();
}
