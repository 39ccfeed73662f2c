import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { FAKE_LINE } from '../support/fake-model.js';
import type { ModelApi } from '../support/faulty-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { callsOf } from '../support/journal.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { listOfModels, type ModelServer, modelServer } from '../support/model-server.js';
import { previewRuns } from '../support/preview-runs.js';
import { servingAs, type ServerProfile } from '../support/served-as.js';
import { SERVER_PROFILES } from '../support/server-profiles.js';
import { type RunningService, startService } from '../support/service.js';

const HOME = 'app/(tabs)/index.tsx';
const elsewhere = SERVER_PROFILES.flatMap((profile) => profile.baseUrl ?? []);

let service: RunningService;
/** The servers on this machine, by their names. */
const here = new Map<string, ModelServer>();
/** What stands between this machine and all others. */
let proxy: ModelServer;

beforeAll(async () => {
  for (const profile of SERVER_PROFILES.filter(({ baseUrl }) => baseUrl === undefined)) {
    here.set(profile.name, await modelServer(servingAs(profile), { ...listOfModels(profile.model), ...profile.lists }));
  }
  const remote = SERVER_PROFILES.flatMap((profile) =>
    profile.baseUrl === undefined ? [] : [{ baseUrl: profile.baseUrl, serve: servingAs(profile) }],
  );
  proxy = await modelServer((response, request, count) => {
    const at = remote.find(({ baseUrl }) => request.path.startsWith(`${baseUrl}/`));
    if (at) at.serve(response, request, count);
    else response.writeHead(502).end();
  });
  service = await startService({
    MODEL_SERVERS: [...here.values()].map(({ url }) => url).join(),
    // As it is by itself: a plan alone of small models on this machine.
    MODEL_WRITES: '',
    // One after the other, what a server has taught by one of them is known to the next.
    SCREEN_BATCH_SIZE: '1',
    HTTP_PROXY: new URL(proxy.url).origin,
  });
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
  for (const server of [...here.values(), proxy]) await server.close();
}, 30_000);

/** As a person does: one that is found by the API, one elsewhere as if it had been kept before. */
async function choose({ name, baseUrl, model }: ServerProfile, api: ModelApi): Promise<void> {
  const found = here.get(name);
  if (found) {
    const body = JSON.stringify({ base_url: found.url, model, api });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${service.url}/api/v1/models/chosen`, { method: 'PUT', headers, body });
    expect(answer.status).toBe(200);
    return;
  }
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  const row = 'insert into model_choice (id, base_url, model, api) values (1, $1, $2, $3)';
  const again = 'on conflict (id) do update set base_url = $1, model = $2, api = $3, parameters = null';
  await client.query(`${row} ${again}`, [baseUrl, model, api]);
  await client.end();
}

async function run(id: string): Promise<WireMessage> {
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.start('Create an app for what is in my kitchen');
  const end = await viewer.end();
  await viewer.close();
  return end;
}

const fileOf = async (id: string, path: string): Promise<string> =>
  (await fetch(`${service.url}/api/v1/projects/${id}/files/${path}`)).text();

describe('a whole app', () => {
  it.each(SERVER_PROFILES)(
    'comes from $name, by no request more than it takes',
    async (profile) => {
      const { name, model, requests, writes = 'code', notes = [], left = [] } = profile;
      const server = here.get(name) ?? proxy;
      for (const api of ['chat', 'responses'] as const) {
        const expected = requests[api];
        if (expected === undefined) continue;
        await choose(profile, api);
        const before = server.requests.length;
        const id = `${name.toLowerCase().replaceAll(/\W/g, '-')}-${api}`;
        const end = await run(id);
        expect(end).toMatchObject({ type: 'complete', data: { app_name: 'Larder', made_by: { way: writes, model } } });
        const calls = await callsOf(service, id);
        expect([api, server.requests.length - before, calls]).toEqual([api, expected, expect.anything()]);
        expect(calls).toHaveLength(expected);
        const told = (end.data['notes'] ?? []) as string[];
        expect(told).toEqual(notes.map((note) => expect.stringMatching(note)));
        expect((await fileOf(id, HOME)).includes(FAKE_LINE)).toBe(writes === 'code');
        for (const path of left) expect(await fileOf(id, path)).not.toContain(FAKE_LINE);
        await previewRuns(service, id);
      }
    },
    120_000,
  );

  it('was asked of every server that is told of, by its own name', () => {
    const hosts = new Set(proxy.requests.map(({ headers }) => headers.host));
    expect([...hosts].sort()).toEqual(elsewhere.map((url) => new URL(url).host).sort());
  });
});
