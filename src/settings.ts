import { z } from 'zod';
import { stageDeadlines } from './stage-deadlines-setting.js';

const port = z.coerce.number().int().min(0).max(65535);

const modelPrice = z
  .string()
  .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?){1,2}$/, 'must be two or three numbers such as 0.25,2')
  .transform((text) => {
    const [input = 0, output = 0, cachedInput] = text.split(',').map(Number);
    return { input, output, ...(cachedInput !== undefined && { cachedInput }) };
  })
  .optional();

/** Loopback addresses alone: a page may have any of them asked. */
const modelServers = z
  .string()
  .regex(
    /^(?:off|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[^\s,]*(?:,https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[^\s,]*)*)$/,
    'must be off, or addresses on this machine such as http://127.0.0.1:11434/v1',
  )
  .default('http://127.0.0.1:11434/v1,http://127.0.0.1:1234/v1,http://127.0.0.1:8080/v1')
  .transform((list) => (list === 'off' ? [] : list.split(',')));

/** Every setting: environment variable, default, unit and help in one place; README's table is made from it. */
const settingsSchema = z.object({
  PORT: port.default(8000).describe('Port of the page, the API and the web previews; 0 lets the system choose.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on; only loopback addresses, until there is a login.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.firstlight')
    .describe('Folder for the database, the kit and the projects; used by one service at a time.'),
  KIT_DIR: z.string().min(1).optional().describe('Folder of the Expo kit; default: kit/ in DATA_DIR.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a URL like postgres://user:password@host:5432/name' })
    .optional()
    .describe('A Postgres 15 or newer; unset: an embedded one in DATA_DIR.'),
  PREVIEW_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/, 'must be a domain name such as localhost or preview.example.org')
    .default('localhost')
    .describe('Previews are served at <project>.<PREVIEW_DOMAIN>.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like https://firstlight.example.org' })
    .optional()
    .describe(
      'The address the service is reached at, for example through a proxy; its host is accepted besides loopback names.',
    ),
  PHONE_PREVIEW: z
    .enum(['on', 'off'])
    .default('on')
    .describe('`off`: no listener for phones and other devices; the page and the API listen only on HOST in any case.'),
  PHONE_PORT: port
    .default(8001)
    .describe(
      'Port, on all interfaces, that serves previews to phones and other devices on the network, and nothing else.',
    ),
  PHONE_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'must be a host name or an IPv4 address such as 192.168.1.5')
    .optional()
    .describe(
      'Host name or address at which phones reach this machine; unset: its address on the network, if it can be found.',
    ),
  NGROK_AUTHTOKEN: z
    .string()
    .min(1)
    .optional()
    .describe('Makes previews public through one ngrok endpoint, each at an address that nobody can guess.'),
  NGROK_DOMAIN: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'must be a domain name such as previews.ngrok.app')
    .optional()
    .describe('The domain of the ngrok account to use; unset: the one that ngrok assigns.'),
  CORS_ORIGINS: z
    .string()
    .default('http://localhost:*,http://127.0.0.1:*,http://[::1]:*')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .describe('Web pages, besides the service’s own, that may use the API, comma-separated; `:*` is any port.'),
  ADMIN_TOKEN: z
    .string()
    .regex(
      /^[\x21-\x7e]{16,200}$/,
      'must be 16 to 200 characters without spaces, such as the output of openssl rand -hex 24',
    )
    .optional()
    .describe(
      'Required as `Authorization: Bearer` for /api/v1/admin and to delete projects; unset: anyone who can reach the API may.',
    ),
  STAGE_DEADLINES: stageDeadlines.describe(
    'How long a stage may take, in seconds: installing_deps=600,preview_ready=60; the others keep their default.',
  ),
  OPENAI_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Key of the model’s server; with neither a key nor OPENAI_BASE_URL, the blueprint writes everything.'),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like http://localhost:11434/v1' })
    .optional()
    .describe('Any OpenAI-compatible server; default, with a key: https://api.openai.com/v1.'),
  OPENAI_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('The model that writes; required with OPENAI_BASE_URL. Default at OpenAI: gpt-5.4-mini.'),
  OPENAI_IMAGE_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('The model that paints the app’s icon, for example gpt-image-2; unset: rules draw it.'),
  OPENAI_API: z
    .enum(['chat', 'responses'])
    .default('chat')
    .describe('The endpoint: chat (Chat Completions, supported everywhere) or responses (OpenAI and a few others).'),
  SCREEN_BATCH_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .default(2)
    .describe('Screens that a run requests from a model at the same time.'),
  MODEL_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(8)
    .describe('Requests to the model’s server at the same time, over all runs of this process; the others wait.'),
  MODEL_IDLE_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(3_600_000)
    .optional()
    .describe(
      'Silence of a model, in ms, after which a request is abandoned and sent again; any byte ends the silence. Default: 90000, and 600000 until the first byte of a server on this machine.',
    ),
  MODEL_TOTAL_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(3_600_000)
    .optional()
    .describe(
      'The longest that one answer of a model may take, in ms. Default: 300000, and 900000 for a server on this machine.',
    ),
  MODEL_WRITES: z
    .enum(['plan', 'code'])
    .optional()
    .describe(
      'What a model makes: code (plan and code), or plan (the blueprint writes the code). Unset: code; plan for models on this machine below 20 billion parameters, or whose code could not be used.',
    ),
  MODEL_SERVERS: modelServers.describe(
    'Addresses on this machine to look for models at, comma-separated; off: none. Default: the usual ports of Ollama, LM Studio and llama.cpp.',
  ),
  MODEL_PRICE: modelPrice.describe(
    'US dollars per million tokens: input,output or input,output,cached input. Unset: the table of known prices.',
  ),
  BUDGET_USD_PER_RUN: z.coerce
    .number()
    .min(0)
    .optional()
    .describe('US dollars that a run may spend on models; after that, the blueprint does the rest. Unset: no limit.'),
  BUDGET_USD_PER_USER_PER_DAY: z.coerce
    .number()
    .min(0)
    .optional()
    .describe('The same for all runs of a user from 00:00 to 24:00 UTC. Unset: no limit.'),
  EDITS_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .default(30)
    .describe(
      'Days to keep the single edits that led to a version of a file; the versions themselves are kept forever.',
    ),
  PREVIEW_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Processes that compile previews in parallel. Unset: depends on the number of processors.'),
  MAX_ACTIVE_RUNS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(8)
    .describe('Runs that this process drives at the same time.'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Every variable, whether it has a value or not. */
export const SETTING_NAMES: readonly string[] = Object.keys(settingsSchema.shape);

/** The environment holds values that no setting can have; the start stops with this. */
export class SettingsInvalid extends Error {
  readonly code = 'settings_invalid';
  constructor(readonly problems: readonly string[]) {
    super(`Invalid settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee "Settings" in README.md.`);
    this.name = 'SettingsInvalid';
  }
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** @throws SettingsInvalid naming each wrong variable, its value and what it must be. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsInvalid(
      parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name}=${JSON.stringify(given[name])}: ${message} (${settingHelp(name)})`;
      }),
    );
  }
  if (!LOOPBACK.test(parsed.data.HOST)) {
    throw new SettingsInvalid([
      `HOST=${JSON.stringify(parsed.data.HOST)}: anyone who reaches this address could use the service; ` +
        'keep a loopback address such as 127.0.0.1 and put a proxy that checks users in front of it.',
    ]);
  }
  const { PUBLIC_URL, PREVIEW_DOMAIN } = parsed.data;
  if (PUBLIC_URL !== undefined && new URL(PUBLIC_URL).hostname.endsWith(`.${PREVIEW_DOMAIN}`)) {
    throw new SettingsInvalid([
      `PUBLIC_URL=${JSON.stringify(PUBLIC_URL)}: names below PREVIEW_DOMAIN=${PREVIEW_DOMAIN} are for previews; the service needs another name.`,
    ]);
  }
  if (parsed.data.OPENAI_BASE_URL !== undefined && parsed.data.OPENAI_MODEL === undefined) {
    throw new SettingsInvalid([
      'OPENAI_MODEL is not set: with OPENAI_BASE_URL it must name a model that this server has, such as llama3.2.',
    ]);
  }
  if (parsed.data.OPENAI_IMAGE_MODEL !== undefined && !parsed.data.OPENAI_API_KEY && !parsed.data.OPENAI_BASE_URL) {
    throw new SettingsInvalid([
      `OPENAI_IMAGE_MODEL=${JSON.stringify(parsed.data.OPENAI_IMAGE_MODEL)}: there is no server to ask; set OPENAI_API_KEY or OPENAI_BASE_URL too.`,
    ]);
  }
  return parsed.data;
}

function settingHelp(name: string): string {
  return settingsSchema.shape[name as keyof Settings].description ?? '';
}
