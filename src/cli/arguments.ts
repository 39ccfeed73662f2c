import { parseArgs } from 'node:util';
import { isProjectId } from '../contract/project-id.js';

/** What the command line asks for. */
export interface GenerateArguments {
  readonly prompt: string;
  readonly templateId: string | undefined;
  readonly projectId: string | undefined;
  readonly userId: string | undefined;
  readonly seed: number | undefined;
  /** Without a path or a slash at the end. */
  readonly serverUrl: string;
  /** Whether `serverUrl` is the default one: only then may a service be started. */
  readonly isOwnServer: boolean;
  readonly isJson: boolean;
  readonly isQrShown: boolean;
}

export const HELP = `Describe an app; watch it run while it is still being written.

  npm run generate -- "Create a fitness tracking app" [options]

Options
  --template <id>   modern-blue, modern_dark, ocean_blue, sunset_orange, forest_green,
                    royal_purple, minimal_gray, neon_cyber or pastel_dream
  --id <project>    the project's id; an existing project gets another run
  --user <id>       who requests the app
  --seed <number>   chooses among variants; the same prompt and seed give the same app
  --server <url>    the service to use (default: the one on this machine at $PORT, or 8000;
                    one is started if none is running)
  --json            one message per line instead of text
  --no-qr           no QR code
  --help            this text

Exit code: 0 complete, 1 failed or cancelled, 2 wrong usage, 130 interrupted with Ctrl-C.
`;

/** The command line cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  readonly code = 'usage';
  override readonly name = 'UsageError';
}

const OPTIONS = {
  template: { type: 'string' },
  id: { type: 'string' },
  user: { type: 'string' },
  seed: { type: 'string' },
  server: { type: 'string' },
  json: { type: 'boolean', default: false },
  qr: { type: 'boolean', default: true },
  help: { type: 'boolean', default: false },
} as const;

/** @throws UsageError */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): GenerateArguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  return {
    prompt: promptOf(positionals.join(' ').trim()),
    templateId: values.template,
    projectId: projectIdOf(values.id),
    userId: values.user,
    seed: seedOf(values.seed),
    serverUrl: serverUrlOf(values.server ?? `http://localhost:${defaultPort(env['PORT'])}`),
    isOwnServer: values.server === undefined,
    isJson: values.json,
    isQrShown: values.qr && !values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function promptOf(prompt: string): string {
  if (prompt === '') throw new UsageError('There is no prompt. Describe the app: npm run generate -- "Create a …"');
  if (prompt.length < 10) throw new UsageError(`The prompt "${prompt}" is too short: describe the app in a sentence.`);
  if (prompt.length > 5000) throw new UsageError(`The prompt has ${prompt.length} characters; the maximum is 5000.`);
  return prompt;
}

function projectIdOf(id: string | undefined): string | undefined {
  if (id === undefined || isProjectId(id)) return id;
  throw new UsageError(
    `--id ${id}: an id has 1 to 64 letters, digits, "-" and "_", and begins with a letter or digit.`,
  );
}

function seedOf(seed: string | undefined): number | undefined {
  if (seed === undefined) return undefined;
  if (/^\d{1,10}$/.test(seed) && Number(seed) < 2 ** 31) return Number(seed);
  throw new UsageError(`--seed ${seed}: a seed is a whole number from 0 to 2147483647.`);
}

function serverUrlOf(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new UsageError(`--server ${text}: the server must be a URL such as http://localhost:8000.`);
}

/** PORT=0 ("any") names no address to look at. */
function defaultPort(port: string | undefined): string {
  return port === undefined || port === '' || port === '0' ? '8000' : port;
}
