import { createService, type Service } from '../../src/create-service.js';
import { Database } from '../../src/event-store/database.js';
import { filesProjection } from '../../src/projections/files/table.js';
import { sitesProjection } from '../../src/projections/sites/table.js';
import { statusProjection } from '../../src/projections/status/table.js';
import { testKit } from '../support/kit.js';
import { type Figure, quantile } from './figures.js';
import { planOf, requireNoScanOf, statementsDuring } from './query-plans.js';

const PROJECTS = 10_000;
const EVENTS_EACH = 100;
const SAMPLES = 40;

/** A page of the history by each filter, and none. */
const QUERIES = [
  '',
  'q=plants',
  'q=fitness%20budget%20-chess',
  'status=failed',
  'user_id=user-7',
  'model=gpt-5.4-mini',
  'template_id=modern_dark',
  'error=stage_deadline',
  'from=2026-03-01&to=2026-03-08',
  'q=recipes&status=complete&model=qwen3-coder&from=2026-01-01',
] as const;

/** The requests whose statements are explained. */
const EXPLAINED = [
  ...QUERIES.map((query) => `runs?limit=50&${query}`),
  `runs?limit=50&cursor=${cursorAt(0.5)}`,
  'stats?from=2026-01-01&to=2027-01-01',
  'runs/p-5000/1',
  'live',
];

/** What the admin's questions take on a million events in ten thousand projects. */
export async function benchAdmin(dataDir: string): Promise<readonly Figure[]> {
  await fill(dataDir);
  const service = await createService({ PORT: '0', DATA_DIR: dataDir, KIT_DIR: await testKit(), PHONE_PREVIEW: 'off' });
  const database = await Database.open({ dataDir, poolSize: 2, log: () => undefined });
  try {
    const scans = await scansOfTheLog(database);
    const pages: number[] = [];
    for (const query of QUERIES) pages.push(...(await times(SAMPLES, () => get(service, `runs?limit=50&${query}`))));
    const worst = await slowest(service);
    const deep = await times(SAMPLES, () => get(service, `runs?limit=50&cursor=${cursorAt(Math.random())}`));
    const stats = await times(20, () => get(service, 'stats?from=2026-01-01&to=2027-01-01'));
    const waterfalls = await times(SAMPLES, () => get(service, `runs/p-${1 + Math.floor(Math.random() * PROJECTS)}/1`));
    const scanned = (await scansOfTheLog(database)) - scans;
    return [
      row(`a page of the history, ${QUERIES.length} filters`, pages, `slowest filter: ${worst}`),
      row('a page anywhere in the history', deep),
      row('all statistics of a year', stats),
      row('the waterfall of a run', waterfalls),
      { what: 'admin: sequential scans of the log', value: String(scanned) },
      ...(await explained(service, database)),
    ];
  } finally {
    await database.close();
    await service.close();
  }
}

/** The plan of each statement that a request makes. @throws where a plan reads the whole log. */
async function explained(service: Service, { pool }: Database): Promise<readonly Figure[]> {
  const plans: { what: string; plan: string }[] = [];
  for (const path of EXPLAINED) {
    const statements = await statementsDuring(() => get(service, path));
    if (statements.length === 0) throw new Error(`No statement was seen while ${path} was asked for.`);
    for (const statement of statements) plans.push({ what: `plan: ${path}`, plan: await planOf(pool, statement) });
  }
  requireNoScanOf('event', plans);
  return [
    ...plans.map(({ what, plan }) => ({ what, value: plan })),
    { what: 'admin: plans with a Seq Scan on event', value: `0 of ${plans.length}`, reference: '0' },
  ];
}

function row(what: string, samplesMs: readonly number[], reference = '–'): Figure {
  const [median, p95] = [quantile(samplesMs, 0.5), quantile(samplesMs, 0.95)];
  const value = `${median.toFixed(1)} ms (p95 ${p95.toFixed(1)} ms, n=${samplesMs.length})`;
  return { what: `admin: ${what}`, value, reference };
}

async function slowest(service: Service): Promise<string> {
  const medians = new Map<string, number>();
  for (const query of QUERIES) {
    medians.set(query, quantile(await times(5, () => get(service, `runs?limit=50&${query}`)), 0.5));
  }
  const [name = '', ms = NaN] = [...medians].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  return `${name || 'none'}, ${ms.toFixed(1)} ms`;
}

/** The first time, which plans and warms, is not counted. */
async function times(count: number, work: () => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = -1; index < count; index++) {
    const began = performance.now();
    await work();
    if (index >= 0) samples.push(performance.now() - began);
  }
  return samples;
}

async function get(service: Service, path: string): Promise<void> {
  const answer = await fetch(`${service.url}/api/v1/admin/${path}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** A cursor so far into the year. */
function cursorAt(share: number): string {
  const startedAt = new Date(Date.UTC(2026, 0, 1) + share * 300 * 86_400_000).toISOString();
  return Buffer.from(JSON.stringify([startedAt, 'p-1', 1])).toString('base64url');
}

async function scansOfTheLog({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select seq_scan::int as count from pg_stat_user_tables where relname = 'event'`,
  );
  return rows[0]?.count ?? NaN;
}

/** The log, and the view as the folds would have left it: a project has one run of a hundred events. */
async function fill(dataDir: string): Promise<void> {
  const database = await Database.open({ dataDir, poolSize: 2, log: () => undefined });
  const { pool } = database;
  try {
    await pool.query(EVENTS, [PROJECTS, EVENTS_EACH]);
    await pool.query(RUNS, [PROJECTS]);
    await pool.query('update log_position set value = $1', [PROJECTS * EVENTS_EACH]);
    const held = { status: statusProjection.version, files: filesProjection.version, sites: sitesProjection.version };
    for (const [name, version] of Object.entries({
      ...held,
      connections: 1,
      'driver-dispatch': 1,
      'written-files': 1,
    })) {
      await pool.query('insert into projection (name, position, version) values ($1, $2, $3)', [
        name,
        PROJECTS * EVENTS_EACH,
        version,
      ]);
    }
    await pool.query('vacuum analyze');
  } finally {
    await database.close();
  }
}

const EVENTS = `
  insert into event (position, project_id, seq, run, type, data, actor, at)
  select (p - 1) * $2::int + s, 'p-' || p, s, 1,
    case s when 1 then 'RunRequested' when $2::int then 'RunCompleted' else 'FileWritten' end,
    case s when 1 then jsonb_build_object('prompt', 'an app ' || p)
      when $2::int then jsonb_build_object('app_name', 'App ' || p, 'cost_usd', 0.01)
      else jsonb_build_object('path', 'app/screen-' || s || '.tsx', 'sha256', md5(p || '-' || s) || md5(s || '-' || p),
        'bytes', 4096, 'author', 'blueprint') end,
    'driver', timestamptz '2026-01-01Z' + p * interval '43 minutes' + s * interval '1 second'
  from generate_series(1, $1::int) as p, generate_series(1, $2::int) as s`;

const WORDS = `(array['plants', 'fitness', 'recipes', 'budget', 'chess', 'habits', 'travel', 'music', 'books', 'dogs',
  'weather', 'yoga', 'cars', 'wine', 'coffee', 'running', 'garden', 'kids', 'school', 'movies'])`;

/** Prompts of forty words, three models, fifty users; one run in eight failed. */
const RUNS = `
  insert into run_view (project_id, run, prompt, user_id, template_id, status, app_name, screens, files, cost_usd, calls,
    input_tokens, output_tokens, started_at, ended_at, duration_ms, error, model, cost_by_model, stages_ms, first_light_ms)
  select 'p-' || p, 1,
    (select string_agg(${WORDS}[1 + floor(random() * 20)::int] || ' app', ' with ') from generate_series(1, 20 + p % 2)),
    'user-' || p % 50, (array['modern_dark', 'modern-blue', null])[1 + p % 3],
    case when p % 8 = 0 then 'failed' else 'complete' end, 'App ' || p, '["Home"]'::jsonb, 98, 0.01, 7, 9000, 3000,
    started, started + interval '99 seconds', 99000,
    case when p % 8 = 0 then jsonb_build_object('code', (array['stage_deadline', 'model_overloaded'])[1 + (p / 8) % 2],
      'message', 'It broke.', 'stage', 'generating_screens', 'retryable', true) end,
    model, jsonb_build_object(model, 0.01),
    (select jsonb_object_agg(stage, (random() * 10000)::int) from unnest(array['analyzing', 'creating_project',
      'generating_base', 'installing_deps', 'starting_server', 'creating_tunnel', 'preview_ready', 'generating_screens',
      'adding_components', 'generating_images']) as stage where p > 0),
    (random() * 900)::int
  from generate_series(1, $1::int) as p,
    lateral (select timestamptz '2026-01-01Z' + p * interval '43 minutes' as started,
      (array['gpt-5.4-mini', 'qwen3-coder', 'llama3.2'])[1 + p % 3] as model) as of`;
