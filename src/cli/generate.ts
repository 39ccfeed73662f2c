import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { EndMessage } from '../contract/messages/server-message.js';
import { newProjectId, PROJECT_ID_BYTES } from '../contract/project-id.js';
import type { StartRequest } from '../contract/requests.js';
import { type GenerateArguments, HELP, readArguments, UsageError } from './arguments.js';
import { Left, listenForInterrupts } from './interrupt.js';
import { chooseReporter, type Reporter } from './reporter.js';
import { Run } from './run.js';
import { findService, type Service, ServiceUnavailable, startService } from './service.js';
import { summaryOf } from './summary.js';

const FAILED = 1;
const WRONG_USAGE = 2;
const INTERRUPTED = 130;

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const args = readArguments(process.argv.slice(2), process.env);
    if (args !== 'help') return await generate(args);
    process.stdout.write(HELP);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\nSee: npm run generate -- --help`, WRONG_USAGE);
    return complain(error instanceof Error ? error.message : String(error), FAILED);
  }
}

async function generate(args: GenerateArguments): Promise<number> {
  const reporter = chooseReporter(args.isJson);
  const left = new AbortController();
  const stopListening = listenForInterrupts(reporter, {
    cancel: () => run.cancel(),
    leave: () => {
      left.abort();
      run.leave(new Left());
    },
  });
  const projectId = args.projectId ?? newProjectId(randomBytes(PROJECT_ID_BYTES));
  const run = new Run(args.serverUrl, projectId, requestOf(args), reporter);
  let service: Service | undefined;
  try {
    service = await serviceFor(args, reporter, left.signal);
    const end = await Promise.race([run.watch(), service.died]);
    stopListening();
    reporter.end();
    return await report(end, args, service);
  } catch (error) {
    reporter.end();
    if (!left.signal.aborted) throw error;
    return complain(farewell(args.serverUrl, projectId, service), INTERRUPTED);
  } finally {
    stopListening();
    reporter.end();
    run.leave(new Left());
    await service?.stop();
  }
}

async function serviceFor(args: GenerateArguments, reporter: Reporter, signal: AbortSignal): Promise<Service> {
  const { serverUrl, isOwnServer } = args;
  const running = await findService(serverUrl);
  if (running) return running;
  if (!isOwnServer) throw new ServiceUnavailable(`No service answers at ${serverUrl}.`);
  reporter.note(`No service at ${serverUrl} yet: starting one.`);
  return startService(serverUrl, (line) => reporter.note(`  ${line}`), signal);
}

async function report(end: EndMessage, args: GenerateArguments, service: Service): Promise<number> {
  if (end.type === 'error') return complain(`The run failed: ${end.error}`, FAILED);
  if (end.type === 'cancelled') return complain('The run was cancelled.', FAILED);
  if (!args.isJson) process.stdout.write(await summaryOf(end.data, args.isQrShown));
  if (service.isOwn) await keepPreview(service, args.serverUrl);
  return 0;
}

/** The preview lives in the service, so both stay until Ctrl-C. */
async function keepPreview(service: Service, serverUrl: string): Promise<void> {
  process.stderr.write(`\nThe preview runs in the service at ${serverUrl}, which this command started.\n`);
  process.stderr.write('Press Ctrl-C to stop both.\n');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP'), service.died]);
}

function requestOf({ prompt, projectId, userId, templateId, seed }: GenerateArguments): StartRequest {
  return {
    prompt,
    // An id of our own must be nobody else's.
    ...(projectId === undefined && { create: true }),
    ...(userId !== undefined && { user_id: userId }),
    ...(templateId !== undefined && { template_id: templateId }),
    ...(seed !== undefined && { options: { seed } }),
  };
}

function farewell(serverUrl: string, projectId: string, service: Service | undefined): string {
  if (!service) return 'Stopped before the service was ready; no run was requested.';
  return service.isOwn
    ? `The service stops with this command. ${projectId} continues when the service is started again (npm start).`
    : `The run continues. Watch it at ${serverUrl}/p/${projectId}`;
}

function complain(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}
