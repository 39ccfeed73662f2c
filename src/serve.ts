import { Logger } from '@nestjs/common';
import { createService } from './create-service.js';
import { whenNpmIsGone } from './npm-parent.js';
import { ServiceLogger } from './service-logger.js';

const logger = new Logger('Service');

/** Longer would only wait for what does not answer, such as a database that is away; who stops us kills us soon. */
const STOP_LIMIT_MS = 4_500;

/** Longer than npm takes to pass a signal on, shorter than a person takes to press a key again. */
const SAME_SIGNAL_MS = 300;

/** Serves until a signal comes. An error at the start is logged and becomes the exit code. */
export async function serve(): Promise<void> {
  Logger.overrideLogger(new ServiceLogger());
  try {
    const service = await createService(process.env);
    logger.log(`Ready: describe an app at ${service.url}  (API: ${service.url}/docs, stop with Ctrl-C)`);
    stopOnSignal(service.close);
  } catch (error) {
    logger.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/**
 * A second signal while stopping ends the process at once; what it started ends with it either way. One that comes right behind
 * the first is the same: npm passes on what the terminal or the supervisor has sent to all.
 */
function stopOnSignal(close: () => Promise<void>): void {
  let stoppingSinceMs: number | undefined;
  const stop = (cause: string): void => {
    if (stoppingSinceMs !== undefined) {
      if (Date.now() - stoppingSinceMs > SAME_SIGNAL_MS) process.exit(130);
      return;
    }
    stoppingSinceMs = Date.now();
    logger.log(`${cause}: stopping (repeat to stop at once)`);
    const limit = setTimeout(() => {
      logger.error(`Not everything has ended within ${STOP_LIMIT_MS / 1000} s; leaving the rest. No run is lost.`);
      process.exit(1);
    }, STOP_LIMIT_MS);
    close()
      .catch((error: unknown) => {
        logger.error(error);
        process.exitCode = 1;
      })
      .finally(() => clearTimeout(limit));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  whenNpmIsGone(() => stop('npm has gone'));
}
