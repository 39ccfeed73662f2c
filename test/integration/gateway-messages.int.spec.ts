import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type GatewayClient, type GatewayService, INSTANCE, startGateway } from './gateway-service.js';
import { BudgetReached } from '../../src/estimating/daily-budget.js';

const PROMPT = 'Create a fitness tracking app';
let service: GatewayService;

beforeEach(async () => {
  service = await startGateway();
});

afterEach(() => service.close());

describe('a project without a run', () => {
  it('can be watched: ready at 0, and the run when it begins', async () => {
    const viewer = await service.connect('todo');
    await viewer.ready();
    expect(viewer.ofType('ready')).toEqual([{ type: 'ready', data: { head: 0 } }]);

    const other = await service.connect('todo');
    other.send({ action: 'start', prompt: PROMPT, user_id: 'user123', template_id: 'modern-blue' });
    await viewer.until(() => viewer.seqs().length > 0);
    expect(viewer.ofType('run')[0]).toMatchObject({ seq: 1, run: 1, data: { status: 'requested', prompt: PROMPT } });
  });
});

describe('a project that is deleted', () => {
  it('is told to those who watch, and to those who come later, as the last there is', async () => {
    const viewer = await service.connect('todo');
    viewer.send({ action: 'start', prompt: PROMPT });
    await viewer.until(() => viewer.ofType('run').length > 0);
    await viewer.ready();
    const head = await service.store.headSeq('todo');
    const author = 'user:ann';
    await service.store.append('todo', head, [{ type: 'ProjectDeleted', data: { author }, run: 1, actor: author }]);
    const gone = { code: 1008, reason: 'The project was deleted.' };
    const last = { type: 'deleted', seq: head + 1, data: { project_id: 'todo' } };
    expect(await viewer.closed).toEqual(gone);
    expect(viewer.messages.at(-1)).toMatchObject(last);
    await service.store.erase('todo', head + 1, []);
    for (const query of ['', `?after=${head}`, `?after=${head + 1}`]) {
      const late = await service.connect('todo', query);
      expect(await late.closed).toEqual(gone);
      expect(late.messages.filter(({ seq }) => seq !== undefined)).toMatchObject([last]);
    }
  });
});

describe('start', () => {
  it('sent twice at once begins one run, which both see', async () => {
    const [one, two] = await Promise.all([service.connect('todo'), service.connect('todo')]);
    const viewers = [one, two];
    for (const viewer of viewers) viewer.send({ action: 'start', prompt: PROMPT });
    const isTold = (): boolean => viewers.some((viewer) => viewer.ofType('notice').length > 0);
    await Promise.race(viewers.map((viewer) => viewer.until(isTold)));
    for (const viewer of viewers) await viewer.until(() => viewer.ofType('run').length > 0);

    const requested = (await service.store.read('todo')).filter(({ type }) => type === 'RunRequested');
    expect(requested).toHaveLength(1);
    expect(one.logTexts).toEqual(two.logTexts);
    const notices = viewers.flatMap((viewer) => viewer.ofType('notice'));
    expect(notices).toMatchObject([{ data: { code: 'joined_active_run', run: 1 } }]);
  });

  it('sent right before the connection closes still counts', async () => {
    const viewer = await service.connect('todo');
    const hasty = await service.connect('todo');
    hasty.send({ action: 'start', prompt: PROMPT });
    hasty.socket.close();
    await viewer.until(() => viewer.ofType('run').length > 0);
  });

  it.each(['R&D tracker app', 'a todo app; with dark mode'])('takes the prompt "%s"', async (prompt) => {
    const viewer = await service.connect('todo');
    viewer.send({ action: 'start', prompt });
    await viewer.until(() => viewer.ofType('run').length > 0);
    expect(viewer.ofType('run')[0]?.data['prompt']).toBe(prompt);
  });
});

describe('cancel and retry', () => {
  it('reach the run, and are refused with their reason where there is none', async () => {
    const viewer = await service.connect('todo');
    expect((await viewer.errorTo('{"action":"cancel"}')).data).toMatchObject({ code: 'run_not_active' });
    expect((await viewer.errorTo('{"action":"retry"}')).data).toMatchObject({ code: 'run_not_retryable' });
    viewer.send({ action: 'start', prompt: PROMPT });
    viewer.send({ action: 'cancel' });
    await viewer.until(() => viewer.ofType('run').length === 2);
    expect(viewer.ofType('run')[1]).toMatchObject({ data: { status: 'cancelling' } });
  });
});

describe('a start that must create its project', () => {
  it('begins one, and is refused where there is one, which stays as it is', async () => {
    const viewer = await service.connect('fresh');
    viewer.send({ action: 'start', prompt: PROMPT, create: true });
    await viewer.until(() => viewer.ofType('run').length === 1);
    const head = await service.store.headSeq('fresh');
    const again = await viewer.errorTo(JSON.stringify({ action: 'start', prompt: PROMPT, create: true }));
    expect(again.data).toMatchObject({ code: 'project_exists' });
    expect(await service.store.headSeq('fresh')).toBe(head);
  });
});

describe('a revision beyond the day’s budget', () => {
  it('is refused before anything happens to the project, as over REST', async () => {
    await service.close();
    service = await startGateway({}, {}, undefined, () => Promise.reject(new BudgetReached(2, 2, 60)));
    const viewer = await service.connect('todo');
    await viewer.ready();
    const { data } = await viewer.errorTo('{"action":"revise","instruction":"Make it blue"}');
    expect(data).toMatchObject({ code: 'budget_reached', suggestion: expect.stringContaining('budget') });
    expect(await service.store.headSeq('todo')).toBe(0);
  });
});

describe('a bad message', () => {
  let viewer: GatewayClient;
  let bystander: GatewayClient;

  beforeEach(async () => {
    viewer = await service.connect('todo');
    bystander = await service.connect('todo');
    await Promise.all([viewer.ready(), bystander.ready()]);
  });

  it.each([
    ['no JSON', '{"action":', { code: 'bad_json' }],
    ['an empty text', '', { code: 'bad_json' }],
    ['a list', '[1,2]', { code: 'not_an_object' }],
    ['null', 'null', { code: 'not_an_object' }],
    ['a binary frame', Buffer.from('{"action":"cancel"}'), { code: 'binary_frame' }],
    ['no action', '{}', { code: 'unknown_action', field: 'action' }],
    ['an action that is a number', '{"action":7}', { code: 'unknown_action', field: 'action' }],
    ['an inherited name as action', '{"action":"constructor"}', { code: 'unknown_action', field: 'action' }],
    ['a prompt with NUL', JSON.stringify({ action: 'start', prompt: `${PROMPT}\0` }), { field: 'prompt' }],
    ['a user with NUL', JSON.stringify({ action: 'start', prompt: PROMPT, user_id: '\0' }), { field: 'user_id' }],
    ['half an emoji', `{"action":"revise","instruction":"Make it \\ud83d"}`, { field: 'instruction' }],
    ['NUL deep inside', '{"action":"start","prompt":"x","options":{"a":["\\u0000"]}}', { field: 'options.a.0' }],
    ['revise without an instruction', '{"action":"revise"}', { code: 'invalid_field', field: 'instruction' }],
    ['revise without an app', '{"action":"revise","instruction":"Make it blue"}', { code: 'run_not_revisable' }],
    [
      'revise at no line',
      '{"action":"revise","instruction":"Make it blue","at":{"path":"app/index.tsx"}}',
      { code: 'invalid_field', field: 'at.line' },
    ],
    ['start without a prompt', '{"action":"start"}', { code: 'invalid_field', field: 'prompt' }],
    ['a short prompt', '{"action":"start","prompt":"an app"}', { code: 'invalid_field', field: 'prompt' }],
    ['a long prompt', `{"action":"start","prompt":"${'a'.repeat(5001)}"}`, { code: 'invalid_field', field: 'prompt' }],
    ['a prompt that is a list', '{"action":"start","prompt":[]}', { code: 'invalid_field', field: 'prompt' }],
    ['a bad option', `{"action":"start","prompt":"${PROMPT}","options":{"seed":-1}}`, { field: 'options.seed' }],
    ['no such template', `{"action":"start","prompt":"${PROMPT}","template_id":"x"}`, { code: 'unknown_template' }],
    ['resume from nowhere', '{"action":"resume"}', { code: 'invalid_field', field: 'after' }],
    ['resume from a fraction', '{"action":"resume","after":1.5}', { code: 'invalid_field', field: 'after' }],
    ['resume beyond the head', '{"action":"resume","after":9}', { code: 'cursor_invalid', head: 0 }],
  ])('(%s) is answered to its sender alone, without a seq, and harms nothing', async (_what, message, data) => {
    const answer = await viewer.errorTo(message);
    expect(answer.data).toMatchObject(data);
    expect(answer.error).toBe(answer.data['message']);
    expect(answer.data['suggestion']).toEqual(expect.any(String));
    expect(answer).not.toHaveProperty('seq');

    viewer.send({ action: 'start', prompt: PROMPT });
    await Promise.all([viewer, bystander].map((each) => each.until(() => each.ofType('run').length === 1)));
    expect(bystander.ofType('error')).toEqual([]);
  });

  it('names the valid actions and shows little of what was sent', async () => {
    const answer = await viewer.errorTo(JSON.stringify({ action: 'x'.repeat(50_000) }));
    expect(answer.data['suggestion']).toContain('"start", "cancel", "retry", "resume", "revise"');
    expect(JSON.stringify(answer).length).toBeLessThan(600);
    const keys = { action: 'start', prompt: PROMPT, options: { ['y'.repeat(50_000)]: 1 } };
    expect(JSON.stringify(await viewer.errorTo(JSON.stringify(keys))).length).toBeLessThan(2_000);
  });

  it('of 1 MB closes its connection with 1009 and no other', async () => {
    viewer.socket.on('error', () => undefined);
    viewer.socket.send('x'.repeat(1024 * 1024));
    expect((await viewer.closed).code).toBe(1009);
    bystander.send({ action: 'start', prompt: PROMPT });
    await bystander.until(() => bystander.ofType('run').length === 1);
  });

  it('that is not UTF-8 or no frame at all closes its connection and no other', async () => {
    const raw = (client: GatewayClient, bytes: number[]): void => {
      (client.socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.from(bytes));
    };
    const masked = [0, 0, 0, 0];
    raw(viewer, [0x81, 0x82, ...masked, 0xc3, 0x28]);
    expect((await viewer.closed).code).toBe(1007);
    const other = await service.connect('todo');
    raw(other, [0xff, 0xff, 0xff, 0xff]);
    expect((await other.closed).code).toBe(1002);
    bystander.send({ action: 'start', prompt: PROMPT });
    await bystander.until(() => bystander.ofType('run').length === 1);
  });

  it('after message, unanswered, closes the connection with 1008', async () => {
    for (let sent = 0; sent < 200; sent++) viewer.send({ action: 'resume', after: 0 });
    const { code, reason } = await viewer.closed;
    expect(code).toBe(1008);
    expect(reason).toContain('32');
  });
});

describe('messages of one client', () => {
  it('are handled one at a time, in their order', async () => {
    const viewer = await service.connect('todo');
    await viewer.ready();
    for (const action of ['a', 'b', 'revise', 'c']) viewer.send({ action });
    await viewer.until(() => viewer.ofType('error').length === 4);
    expect(viewer.ofType('error').map(({ data }) => data['code'])).toEqual([
      'unknown_action',
      'unknown_action',
      'invalid_field',
      'unknown_action',
    ]);
    expect(viewer.ofType('error').map(({ error }) => error?.includes('"b"'))).toEqual([false, true, false, false]);
  });
});

describe('several people', () => {
  it('see each other by name and colour, and ask for changes in one order', async () => {
    const ann = await service.connect('shared', '?user_id=ann');
    const bob = await service.connect('shared', '?user_id=bob');
    const names = (): unknown => ann.ofType('presence').at(-1)?.data['people'];
    await ann.until(() => Array.isArray(names()) && (names() as unknown[]).length === 2);
    expect(names()).toMatchObject([
      { user_id: 'ann', color: expect.stringMatching(/^hsl/), connections: 1 },
      { user_id: 'bob', connections: 1 },
    ]);

    ann.send({ action: 'start', prompt: PROMPT });
    await ann.until(() => ann.ofType('run').length > 0);
    expect((await service.store.read('shared'))[0]).toMatchObject({ actor: 'user:ann', data: { user_id: 'ann' } });
    ann.send({ action: 'revise', instruction: 'Make it blue' });
    await bob.until(() => bob.ofType('queue').length === 1);
    bob.send({ action: 'revise', instruction: 'Make it red' });
    await ann.until(() => ann.ofType('queue').length === 2);
    const [first, second] = ann.ofType('queue').map(({ data }) => data);
    expect(first).toMatchObject({ state: 'queued', position: 1, instruction: 'Make it blue', user_id: 'ann' });
    expect(second).toMatchObject({ position: 2, user_id: 'bob', queue: [{ user_id: 'ann' }, { user_id: 'bob' }] });

    bob.send({ action: 'withdraw', revision: first?.['revision'] });
    await ann.until(() => ann.ofType('queue').length === 3);
    expect(ann.ofType('queue').at(-1)?.data).toMatchObject({
      state: 'withdrawn',
      author: 'user:bob',
      queue: [{ instruction: 'Make it red' }],
    });
    const again = JSON.stringify({ action: 'withdraw', revision: first?.['revision'] });
    expect((await bob.errorTo(again)).data).toMatchObject({ code: 'revision_not_queued' });
  });
});

describe('presence', () => {
  it('is in the log of this instance before the viewer is told ready, and when it has left', async () => {
    const stream = `presence:${INSTANCE}`;
    const viewer = await service.connect('todo');
    await viewer.ready();
    const connected = { streamId: stream, type: 'ViewerConnected', data: { project_id: 'todo' }, run: 0 };
    expect(await service.store.read(stream)).toMatchObject([{ ...connected, actor: `instance:${INSTANCE}` }]);
    expect(await service.store.headSeq('todo')).toBe(0);

    const other = await service.connect('todo');
    await other.until(() => other.ofType('presence').some(({ data }) => data['viewers'] === 2));
    viewer.socket.close();
    await other.until(() => other.ofType('presence').some(({ data }) => data['viewers'] === 1));
    const types = (await service.store.read(stream)).map(({ type }) => type);
    expect(types).toEqual(['ViewerConnected', 'ViewerConnected', 'ViewerDisconnected']);
  });
});
