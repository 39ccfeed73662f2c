import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Asked,
  type Case,
  caseServer,
  DRAFT_PLAN,
  draftOf,
  finished,
  refuses,
  said,
  says,
  thought,
  THOUGHT_LINE,
} from '../support/case-server.js';
import { FAKE_LINE, FAKE_PLAN } from '../support/fake-model.js';
import type { ModelApi } from '../support/faulty-model.js';
import { ProjectViewer, type WireMessage } from '../support/follow-project.js';
import { FIRST_PREVIEW_TIMEOUT_MS } from '../support/kit.js';
import { chunk, DONE, event, type ModelServer, stream } from '../support/model-server.js';
import { previewRuns } from '../support/preview-runs.js';
import { type RunningService, startService } from '../support/service.js';

const HOME = 'app/(tabs)/index.tsx';
const LIST = 'app/(tabs)/supplies.tsx';
const DETAILS = 'app/supplies/[id].tsx';
const FORM = 'app/supplies/edit.tsx';
const PROFILE = 'app/(tabs)/profile.tsx';
const SETTINGS = 'app/settings.tsx';
const CALLS: Readonly<Record<string, string>> = {
  plan: 'plan',
  [HOME]: 'screen:Home',
  [LIST]: 'screen:Supplies',
  [DETAILS]: 'screen:Supply details',
  [FORM]: 'screen:Supply form',
  [PROFILE]: 'screen:Profile',
  [SETTINGS]: 'screen:Settings',
};

/** Its code without any tag, as lines. */
const codeIn = (right: string): string => right.split('\n').slice(1, -2).join('\n');
const OTHER = '<file path="app/two.tsx">\nexport default () => null;\n</file>\n';

/** Rows and rules of cases/model-answers.md: what is written around and inside an answer. */
const ANSWERS: Readonly<Record<string, Case>> = {
  // Row 5; a name within an entity's icon that no list has.
  plan: (asked) => {
    const plan = JSON.stringify(FAKE_PLAN, null, 1)
      .replace(/\n\}$/, ',\n}')
      .replace('nutrition-outline', 'ios-nutrition-fruit');
    says(asked, `<think>The shape is {name}.</think>\n${DRAFT_PLAN}\nFinal:\n${plan}\n`);
  },
  // Row 1: no closing tag, and another file; no closing tag at all.
  [HOME]: (asked) => says(asked, asked.right.replace('</file>\n', OTHER)),
  [LIST]: (asked) => says(asked, asked.right.replace('</file>\n', '')),
  // Row 2, and of several whole files the last one outside reasoning.
  [DETAILS]: (asked) => {
    const think = `<think>\n${draftOf(asked.about, THOUGHT_LINE)}</think>\n`;
    says(asked, `${think}${draftOf(asked.about, '// First.')}Better:\n${asked.right}${think}`);
  },
  // Row 3.
  [FORM]: (asked) => {
    const bent = asked.right.replace(/^<file path="(.*)">/, "<file path='./$1'>").replace('\n</file>\n', '</file>');
    says(asked, bent);
  },
  [PROFILE]: (asked) => says(asked, `Here it is:\n\`\`\`tsx\n${codeIn(asked.right)}\n\`\`\`\nEnjoy!`),
  // What cannot be read is asked for again once; reasoning in a field of its own, in every stream.
  [SETTINGS]: (asked) => {
    const { api, about, right, response, time } = asked;
    if (time === 1) says(asked, 'I would rather talk about the weather.');
    else stream(response).end(thought(api, draftOf(about, THOUGHT_LINE)) + said(api, right) + finished(api) + DONE);
  },
  // Row 4.
  edit: (asked) =>
    says(
      asked,
      '<edit path="app/settings.tsx">\n<<<<<<< SEARCH\ntitle={"Settings"}\n=======\ntitle={"Choices"}\n>>>>>>> REPLACE\n</edit>\n'.replaceAll(
        '\n',
        '\r\n',
      ),
    ),
};

const hasSystem = ({ body }: Asked): boolean =>
  ((body['messages'] ?? body['input']) as readonly { readonly role: string }[]).some(({ role }) => role === 'system');
const hasSchema = ({ body }: Asked): boolean => 'response_format' in body || 'text' in body;
const limitOf = ({ body }: Asked): number => Number(body['max_tokens'] ?? body['max_output_tokens']);
/** What was left open until the service closed it. */
const leftOpen: Promise<unknown>[] = [];

/** Rows and rules of cases/model-servers.md: how servers differ. */
const SERVERS: Readonly<Record<string, Case>> = {
  // Row 4, in two statuses and wordings.
  plan: (asked) => {
    if (hasSystem(asked)) refuses(asked, 400, { message: 'System role not supported' });
    else if (hasSchema(asked)) refuses(asked, 500, { message: 'failed to parse grammar' });
    else says(asked, asked.right);
  },
  // Row 1; before that an error inside a choice, or in a response that has failed.
  [HOME]: ({ api, right, response, time }) => {
    const error = { message: 'Provider is full', code: 502 };
    if (time === 1) {
      const choices = [{ index: 0, delta: {}, finish_reason: 'error', error }];
      const failed = { object: 'response', status: 'failed', error };
      const sent = api === 'chat' ? chunk({}, null, { choices }) : event({ type: 'response.failed', response: failed });
      stream(response).end(said(api, 'export default fun') + sent + DONE);
      return;
    }
    const usage = { prompt_tokens: 20_000, completion_tokens: 50 };
    stream(response).end(said(api, right) + (api === 'chat' ? chunk({}, null, { choices: [], usage }) : '') + DONE);
  },
  // An error as JSON with status 200, another as a chunk; then content as a list of parts.
  [LIST]: (asked) => {
    const { api, right, response, time } = asked;
    if (time === 1) refuses(asked, 200, { message: 'Slow down. Please try again in 90ms.', code: 429 });
    else if (time === 2) stream(response).end(said(api, 'export') + event({ error: { message: 'Overloaded.' } }));
    else if (api === 'chat') stream(response).end(chunk({ content: [{ type: 'text', text: right }] }) + finished(api));
    else {
      const output = [{ type: 'message', content: [{ type: 'output_text', text: right }] }];
      const body = { object: 'response', model: 'served', status: 'completed', output };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }
  },
  // Row 2: whole, and neither marked nor closed.
  [DETAILS]: ({ api, right, response }) => {
    leftOpen.push(new Promise((resolve) => response.once('close', resolve)));
    stream(response).write(said(api, right) + (api === 'chat' ? chunk({}, 'stop') : finished(api)));
  },
  // Row 3 where no number is named.
  [FORM]: (asked) => refuses(asked, 400, { message: 'The prompt is too long.', code: 'context_length_exceeded' }),
  // Row 5; and it has read less than it was sent.
  [PROFILE]: ({ api, right, response }) =>
    void stream(response).end(': keepalive\n\n'.repeat(40) + said(api, right) + finished(api, 600)),
  // Row 3 where a number is named: the window, then the credit.
  [SETTINGS]: (asked) => {
    const limit = limitOf(asked);
    if (limit > 6_692) {
      const window = "This model's maximum context length is 8192 tokens and your request has 1500 input tokens";
      refuses(asked, 400, { message: `'max_tokens' is too large: ${limit}. ${window}` });
    } else if (limit > 2_666) {
      refuses(asked, 402, { message: `You requested up to ${limit} tokens, but can only afford 2666.` });
    } else says(asked, asked.right);
  },
};

interface LoggedCall {
  readonly call: string;
  readonly code: string;
  readonly reasoningTokens: number;
}

interface Ran {
  readonly id: string;
  readonly end: WireMessage;
  readonly messages: readonly WireMessage[];
  readonly calls: readonly LoggedCall[];
  readonly requests: ModelServer['requests'];
}

let server: ModelServer;
let service: RunningService;

beforeAll(async () => {
  server = await caseServer({ answers: ANSWERS, servers: SERVERS });
  service = await startService({ MODEL_SERVERS: server.url, SCREEN_BATCH_SIZE: '3' });
}, FIRST_PREVIEW_TIMEOUT_MS);

afterAll(async () => {
  await service.close();
  await server.close();
}, 30_000);

/** What was learnt through the other API would be known. */
async function forget(): Promise<void> {
  expect((await fetch(`${service.url}/api/v1/models/lessons`, { method: 'DELETE' })).status).toBe(200);
}

async function choose(api: ModelApi): Promise<void> {
  const answer = await fetch(`${service.url}/api/v1/models/chosen`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base_url: server.url, model: 'answers', api }),
  });
  expect(answer.status).toBe(200);
}

async function callsOf(id: string): Promise<readonly LoggedCall[]> {
  const answer = await fetch(`${service.url}/api/v1/projects/${id}/events?limit=1000`);
  const { events } = (await answer.json()) as {
    events: { type: string; data: { call: string; code?: string; usage?: { reasoning_tokens?: number } } }[];
  };
  return events.flatMap(({ type, data: { call, code = 'answered', usage } }) =>
    type === 'ModelAnswered' || type === 'ModelCallFailed'
      ? [{ call, code, reasoningTokens: usage?.reasoning_tokens ?? 0 }]
      : [],
  );
}

async function run(model: string, api: ModelApi): Promise<Ran> {
  const id = `${model}-${api}`;
  const first = server.requests.length;
  const viewer = await ProjectViewer.open(service.url, id);
  viewer.send({ action: 'start', prompt: 'Create an app for what is in my kitchen', options: { model } });
  const end = await viewer.end();
  await viewer.close();
  const requests = server.requests.slice(first).filter(({ body }) => body['model'] === model);
  return { id, end, messages: viewer.messages, calls: await callsOf(id), requests };
}

const contentOf = async (id: string, path: string): Promise<string> =>
  (await fetch(`${service.url}/api/v1/projects/${id}/files/${path}`)).text();

/** The draft that the question showed is what the fake model gives back, below its line. */
function rightCodeOf(path: string, { requests }: Ran): string {
  const asked = requests
    .map(({ body }) => JSON.stringify(body))
    .find((body) => body.includes(`Write ${path}: the screen`));
  const start = `<file path=\\"${path}\\">\\n`;
  const [, draft = ''] = (asked ?? '').slice((asked ?? '').indexOf(`Write ${path}`)).split(start);
  return `${FAKE_LINE}\n${JSON.parse(`"${draft.slice(0, draft.indexOf('</file>'))}"`) as string}`;
}

const ANSWER_ROWS: readonly (readonly [row: string, path: string])[] = [
  ['row 1: no closing tag, and another file behind it', HOME],
  ['row 1: no closing tag at all', LIST],
  ['row 2 and the rule of several files: drafts, thought and said', DETAILS],
  ['row 3: single quotes, ./ before the path, the closing tag behind the code', FORM],
  ['row 3: one fence and no tag', PROFILE],
];

const SERVER_ROWS: readonly (readonly [row: string, path: string, codes: readonly string[]])[] = [
  [
    'row 1: [DONE] or a usage chunk is an end; an error inside a choice is none',
    HOME,
    ['model_unavailable', 'answered'],
  ],
  ['row 2: neither [DONE] nor the end of the connection', DETAILS, ['answered']],
  ['row 3: the window, then the credit, by number', SETTINGS, ['model_parameter', 'model_parameter', 'answered']],
  ['row 3: a window without a number', FORM, ['model_prompt_too_long']],
  ['row 4: no system role, no schema', 'plan', ['model_parameter', 'model_parameter', 'answered']],
  ['row 5: comments that keep the connection open', PROFILE, ['answered']],
  [
    'the rules: errors as JSON with status 200 and as a chunk, then parts as a list',
    LIST,
    ['model_rate_limited', 'model_unavailable', 'answered'],
  ],
];

describe.each<ModelApi>(['chat', 'responses'])('through the %s API', (api) => {
  let answers: Ran;
  let servers: Ran;

  beforeAll(async () => {
    await forget();
    await choose(api);
    [answers, servers] = await Promise.all([run('answers', api), run('servers', api)]);
  }, FIRST_PREVIEW_TIMEOUT_MS);

  const codesOf = ({ calls }: Ran, about: string): readonly string[] =>
    calls.filter(({ call }) => call === (CALLS[about] ?? about)).map(({ code }) => code);

  describe('model-answers.md', () => {
    it.each(ANSWER_ROWS)('%s: the right file, by one request', async (_, path) => {
      expect((await contentOf(answers.id, path)).trim()).toBe(rightCodeOf(path, answers).trim());
      expect(codesOf(answers, path)).toEqual(['answered']);
    });

    it('row 1: the other file is not taken: nobody asked for it', async () => {
      const { status } = await fetch(`${service.url}/api/v1/projects/${answers.id}/files/app/two.tsx`);
      expect(status).toBe(404);
    });

    it('row 2: nothing of the thinking is shown as code, and its tokens count as reasoning', () => {
      const shown = answers.messages
        .flatMap(({ type, data }) => (type === 'chunk' ? [String(data['text'])] : []))
        .join('');
      expect([shown.includes(FAKE_LINE), shown.includes(THOUGHT_LINE)]).toEqual([true, false]);
      const details = answers.calls.find(({ call }) => call === CALLS[DETAILS]);
      expect(details?.reasoningTokens).toBeGreaterThan(20);
    });

    it('row 5: the last plan outside reasoning, with the nearest icon, by one request', async () => {
      expect(answers.end).toMatchObject({ type: 'complete', data: { app_name: 'Larder' } });
      expect(await contentOf(answers.id, 'app/(tabs)/_layout.tsx')).toContain('nutrition-outline');
      expect(codesOf(answers, 'plan')).toEqual(['answered']);
    });

    it('the rules: what cannot be read is asked for again once, with the reason; reasoning has no name that counts', async () => {
      expect([codesOf(answers, SETTINGS), codesOf(answers, 'repair:Settings')]).toEqual([['answered'], ['answered']]);
      const again = answers.requests.filter(({ body }) => JSON.stringify(body).includes('That cannot be used'));
      expect(again.map(({ body }) => JSON.stringify(body))).toEqual([expect.stringContaining('holds no whole')]);
      expect((await contentOf(answers.id, SETTINGS)).trim()).toBe(rightCodeOf(SETTINGS, answers).trim());
    });

    it('row 4: an edit with CRLF is applied by one request, and the file stays LF', async () => {
      const before = await contentOf(answers.id, SETTINGS);
      const first = server.requests.length;
      const viewer = await ProjectViewer.open(service.url, answers.id);
      await viewer.until(({ type }) => type === 'ready');
      const known = viewer.messages.length;
      viewer.send({ action: 'revise', instruction: 'Call the settings choices' });
      const end = await viewer.until((message) => {
        const isNew = viewer.messages.indexOf(message) >= known;
        return isNew && message.seq !== undefined && ['complete', 'error'].includes(message.type);
      });
      await viewer.close();
      expect(end).toMatchObject({ type: 'complete', run: 2 });
      const after = await contentOf(answers.id, SETTINGS);
      expect(after).toBe(before.replace('title={"Settings"}', 'title={"Choices"}'));
      expect([after.includes('Choices'), after.includes('\r'), server.requests.length - first]).toEqual([
        true,
        false,
        1,
      ]);
      await previewRuns(service, answers.id);
    });
  });

  describe('model-servers.md', () => {
    it.each(SERVER_ROWS)('%s: no request more than needed', async (_, about, codes) => {
      expect(codesOf(servers, about)).toEqual(codes);
      if (about === 'plan') return;
      expect((await contentOf(servers.id, about)).includes(FAKE_LINE)).toBe(codes.includes('answered'));
    });

    it('row 2: the connection is closed by the service', async () => {
      await Promise.all(leftOpen);
      expect(leftOpen.length).toBeGreaterThan(0);
    });

    it('row 4 and the rules: what was refused once is not asked for again in the run', () => {
      const later = servers.requests.slice(3).map(({ body }) => body);
      expect(later.filter((body) => JSON.stringify(body).includes('"role":"system"'))).toEqual([]);
    });

    it('row 3 and the rules: the app is whole, with a note that names the window, and one of what was not read', async () => {
      expect(servers.end).toMatchObject({ type: 'complete', data: { app_name: 'Larder', made_by: { way: 'code' } } });
      const notes = (servers.end.data['notes'] ?? []) as string[];
      expect(notes.toSorted()).toEqual([
        expect.stringMatching(
          /context window is too small: The prompt is too long\..*stands in for screen:Supply form/,
        ),
        expect.stringMatching(/read about 600 of the \d+ tokens it was sent/),
      ]);
      await previewRuns(service, servers.id);
    });
  });

  it('every request is in the journal, and none that was not made', () => {
    for (const { calls, requests } of [answers, servers]) expect(calls).toHaveLength(requests.length);
  });
});
