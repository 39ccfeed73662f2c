import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handle } from '../commands/handle.js';
import { recorded } from '../commands/read-project.js';
import { MemoryBlobStore } from '../event-store/memory-blob-store.js';
import type { Notice } from '../event-store/event-store.port.js';
import { MemoryEventStore } from '../event-store/memory-event-store.js';
import type { Command } from '../generation/commands.js';
import type { RecordedEvent, StageOutput } from '../generation/events.js';
import { STAGES, type Stage } from '../generation/stage-plan.js';
import type { SiteExporter } from '../stages/site-exporter.js';
import { StageTask, type StageContext } from '../stages/stage-task.js';
import { STAGE_DEADLINES_MS } from '../stages/stage-deadlines.js';
import { StageTasks, type TaskOfEachStage } from '../stages/stage-tasks.js';
import { ProjectDriver } from './project-driver.js';

type Work = (context: StageContext) => Promise<StageOutput>;

/** A stage whose work the spec gives; it succeeds at once by default. */
class ScriptedTask extends StageTask {
  constructor(
    override readonly stage: Stage,
    private readonly work: Work,
  ) {
    super();
  }

  override execute(context: StageContext): Promise<StageOutput> {
    return this.work(context);
  }
}

const untilAborted: Work = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));

let store: MemoryEventStore;
let blobs: MemoryBlobStore;
let exportSite: SiteExporter['export'];
let ended: AbortController;
let executed: Stage[];

beforeEach(() => {
  store = new MemoryEventStore();
  blobs = new MemoryBlobStore();
  exportSite = () => Promise.reject(new Error('not to be exported'));
  ended = new AbortController();
  executed = [];
  restored = [];
  erased = [];
});

afterEach(() => {
  ended.abort();
});

/** Projects whose folder was compared with the log. */
let restored: string[];
/** Projects of which nothing was to be left, and the seq of their tombstone. */
let erased: string[];

function driver(
  script: Partial<Record<Stage, Work>> = {},
  deadlines: Partial<Record<Stage, number>> = {},
): ProjectDriver {
  const tasks = Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      new ScriptedTask(stage, (context) => {
        executed.push(stage);
        return script[stage]?.(context) ?? Promise.resolve({});
      }),
    ]),
  );
  const exporter = { export: exportSite } as unknown as SiteExporter;
  return new ProjectDriver(
    store,
    blobs,
    new StageTasks(tasks as unknown as TaskOfEachStage),
    exporter,
    {
      deadlinesMs: { ...STAGE_DEADLINES_MS, ...deadlines },
      heartbeatMs: 5,
    },
    {
      restore: (projectId, files) => {
        restored.push(`${projectId}: ${files.map(({ path }) => path).join()}`);
        return Promise.resolve({ folder: '', missing: [], changed: [], extra: [] });
      },
    },
    { reconcile: (_project, files) => Promise.resolve(files.map((file) => ({ ...file, expected: null }))) },
    { erase: (projectId, seq) => Promise.resolve(void erased.push(`${projectId}@${seq}`)) },
  );
}

const send = (command: Command) => handle(store, 'demo', command, 'test');
const start = () => send({ type: 'StartRun', prompt: 'Create a fitness tracking app' });
/** The waits that such a log asks for are over. */
const aMinuteAgo = () => new Date(Date.now() - 60_000);
const unavailable = () => Object.assign(new Error('npm is missing'), { code: 'preview_unavailable' });
const log = async (): Promise<readonly RecordedEvent[]> => recorded(await store.read('demo'));
const types = async (): Promise<readonly string[]> => (await log()).map((event) => event.type);

async function until(type: RecordedEvent['type'], times = 1): Promise<void> {
  for (let turns = 0; turns < 10_000; turns++) {
    if ((await types()).filter((each) => each === type).length >= times) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`${type} did not come ${times} times; the log has ${(await types()).join(', ')}.`);
}

describe('a driver', () => {
  it('runs every stage once, in the order of the rules, to the completed run', async () => {
    await start();
    await driver().drive('demo', ended.signal);

    const events = await log();
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect([...executed].sort()).toEqual(STAGES.filter((stage) => stage !== 'complete').sort());
    expect((await types()).filter((type) => type === 'RunCompleted')).toHaveLength(1);
  });

  it('leaves nothing of a project that was deleted, whatever it was doing', async () => {
    await start();
    const drive = driver({ analyzing: untilAborted }).drive('demo', ended.signal);
    await until('DriverAttached');
    await send({ type: 'DeleteProject', author: 'user:ann' });
    await drive;
    expect([erased, (await types()).at(-1)]).toEqual([[], 'ProjectDeleted']);
    await driver().drive('demo', ended.signal);
    expect(erased).toEqual([`demo@${(await log()).length}`]);
  });

  it('leaves a project alone that needs nothing', async () => {
    await driver().drive('demo', ended.signal);
    expect(await types()).toEqual([]);
    await start();
    await driver().drive('demo', ended.signal);
    const before = (await log()).length;
    await driver().drive('demo', ended.signal);
    expect(await log()).toHaveLength(before);
  });

  it('fails the run with a reason that begins with the stage’s words, and stops what else was running', async () => {
    await start();
    const aborted: Stage[] = [];
    await driver({
      analyzing: async (context) => {
        await untilAborted(context).catch(() => aborted.push('analyzing'));
        throw context.signal.reason as Error;
      },
      installing_deps: () => Promise.reject(Object.assign(new Error('a path left'), { code: 'path_refused' })),
    }).drive('demo', ended.signal);

    expect(aborted).toEqual(['analyzing']);
    expect((await log()).at(-1)).toMatchObject({
      type: 'RunFailed',
      data: {
        stage: 'installing_deps',
        code: 'path_refused',
        reason: 'Failed to install dependencies: a path left',
        retryable: false,
      },
    });
  });

  it('begins a stage again by itself when the same may succeed another time', async () => {
    store = new MemoryEventStore(aMinuteAgo);
    await start();
    let attempts = 0;
    await driver({
      installing_deps: () => (++attempts < 3 ? Promise.reject(unavailable()) : Promise.resolve({})),
    }).drive('demo', ended.signal);
    expect(attempts).toBe(3);
    expect((await types()).slice(-2)).toEqual(['StageSucceeded', 'RunCompleted']);
  });

  it('fails the run when the attempts are used up, those of the drivers before included', async () => {
    store = new MemoryEventStore(aMinuteAgo);
    await start();
    const stopping = new AbortController();
    const broken: Work = () => Promise.reject(unavailable());
    const driven = driver({ installing_deps: broken }).drive('demo', stopping.signal);
    await until('StageFailed');
    stopping.abort(new Error('The service is stopping.'));
    await expect(driven).rejects.toThrow('The service is stopping.');

    await driver({ installing_deps: broken }).drive('demo', ended.signal);
    expect((await types()).filter((type) => type === 'StageFailed')).toHaveLength(3);
    expect((await log()).at(-1)).toMatchObject({
      type: 'RunFailed',
      data: { reason: 'Failed to install dependencies: npm is missing (tried 3 times)', retryable: true },
    });
  });

  it('cancels in the middle of such a wait', async () => {
    await start();
    const driven = driver({ installing_deps: () => Promise.reject(unavailable()) }).drive('demo', ended.signal);
    await until('StageFailed');
    await send({ type: 'RequestCancel' });
    await driven;
    expect((await types()).at(-1)).toBe('RunCancelled');
  });

  it('continues a failed run from the stage that failed when it is retried', async () => {
    await start();
    let isBroken = true;
    const flaky = driver({
      starting_server: () => (isBroken ? Promise.reject(new Error('no port')) : Promise.resolve({})),
    });
    await flaky.drive('demo', ended.signal);
    expect(await types()).toContain('RunFailed');

    isBroken = false;
    executed = [];
    await send({ type: 'RetryRun' });
    await flaky.drive('demo', ended.signal);
    expect((await types()).at(-1)).toBe('RunCompleted');
    expect(executed).not.toContain('creating_project');
    expect(executed).toContain('starting_server');
  });

  it('cancels: aborts the work, then ends the run', async () => {
    await start();
    const driven = driver({ installing_deps: untilAborted }).drive('demo', ended.signal);
    await until('StageSucceeded');
    await send({ type: 'RequestCancel' });
    await driven;
    expect((await types()).slice(-1)).toEqual(['RunCancelled']);
  });

  it('cancels even where the work does not listen, and refuses what it records later', async () => {
    await start();
    const late = Promise.withResolvers<void>();
    const recorded = Promise.withResolvers<unknown>();
    const driven = driver({
      analyzing: async (context) => {
        await late.promise;
        const fact = { type: 'PublishPreview', urls: { web: 'http://demo.localhost' } } as const;
        recorded.resolve(await context.record(fact).catch((error: unknown) => error));
        return {};
      },
    }).drive('demo', ended.signal);
    await until('DriverAttached');
    await send({ type: 'RequestCancel' });
    await driven;
    late.resolve();
    expect(await recorded.promise).toBeInstanceOf(Error);
    expect((await types()).at(-1)).toBe('RunCancelled');
  });

  it('stops as soon as another driver has attached, which finishes the run', async () => {
    await start();
    const first = driver({ creating_project: untilAborted }).drive('demo', ended.signal);
    await until('DriverAttached');
    await driver().drive('demo', ended.signal);
    await first;
    const events = await log();
    expect(events.flatMap((event) => (event.type === 'DriverAttached' ? [event.data.epoch] : []))).toEqual([1, 2]);
    expect(events.filter((event) => event.type === 'RunCompleted')).toHaveLength(1);
    for (const stage of STAGES) {
      const succeeded = events.filter((event) => event.type === 'StageSucceeded' && event.data.stage === stage);
      expect(succeeded).toHaveLength(1);
    }
  });

  it('fails a stage that never ends at its deadline, retryable, with what to do', async () => {
    await start();
    await driver({ starting_server: () => new Promise(() => undefined) }, { starting_server: 20 }).drive(
      'demo',
      ended.signal,
    );
    expect((await log()).at(-1)).toMatchObject({
      type: 'RunFailed',
      data: {
        stage: 'starting_server',
        code: 'stage_deadline',
        retryable: true,
        reason: expect.stringMatching(/^Failed to start the dev server: starting_server took longer than 0.02 s/),
      },
    });
  });

  it('tells viewers beside the log that a long stage is at work, and only as long as it is', async () => {
    await start();
    const told: Notice[] = [];
    const enough = Promise.withResolvers<void>();
    const stop = store.listenToNotices((notice) => {
      told.push(notice);
      if (told.length === 3) enough.resolve();
    });
    const slow: Work = () => enough.promise.then(() => ({}));
    await driver({ installing_deps: slow }).drive('demo', ended.signal);
    const { length } = told;
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop();
    expect(told).toHaveLength(length);
    expect(told.at(-1)).toMatchObject({
      streamId: 'demo',
      data: { code: 'stage_running', stage: 'installing_deps', message: 'Installing dependencies: running for 0 s' },
    });
  });

  it('ends when it is told to stop, and the next one goes on where it was', async () => {
    await start();
    const stopping = new AbortController();
    const driven = driver({ installing_deps: untilAborted }).drive('demo', stopping.signal);
    await until('StageSucceeded');
    stopping.abort(new Error('The service is stopping.'));
    await expect(driven).rejects.toThrow('The service is stopping.');
    expect(await types()).not.toContain('RunFailed');

    await driver().drive('demo', ended.signal);
    expect((await types()).filter((type) => type === 'RunCompleted')).toHaveLength(1);
  });

  it('has the folder compared with the log before it goes on with a project that has files, and not before', async () => {
    await start();
    const stopping = new AbortController();
    const path = 'app/index.tsx';
    const first = driver({
      generating_base: async (context) => {
        const files = await context.store([{ path, content: 'export {}' }]);
        await context.record({ type: 'RecordFiles', files, removed: [], author: 'test', screens: [] });
        return untilAborted(context);
      },
    }).drive('demo', stopping.signal);
    await until('FileWritten');
    stopping.abort(new Error('The service is stopping.'));
    await expect(first).rejects.toThrow('The service is stopping.');
    expect(restored).toEqual([]);

    await driver().drive('demo', ended.signal);
    expect(restored).toEqual([`demo: ${path}`]);
  });

  it('has the preview of a project without files opened here too, where another driver opened it', async () => {
    await start();
    const stopping = new AbortController();
    const first = driver({ generating_base: untilAborted }).drive('demo', stopping.signal);
    await until('StageSucceeded', 5);
    stopping.abort(new Error('The service is stopping.'));
    await expect(first).rejects.toThrow('The service is stopping.');

    await driver().drive('demo', ended.signal);
    expect(restored).toEqual(['demo: ']);
  });

  it('does not wait for the images before it completes the run, but finishes them', async () => {
    await start();
    const painted = Promise.withResolvers<StageOutput>();
    const driven = driver({ generating_images: () => painted.promise }).drive('demo', ended.signal);
    await until('RunCompleted');
    painted.resolve({});
    await driven;
    expect((await log()).at(-1)).toMatchObject({ type: 'StageSucceeded', data: { stage: 'generating_images' } });
  });

  it('comes to rest where a cancel had lost against the completion while the images waited', async () => {
    store = new MemoryEventStore(aMinuteAgo);
    await start();
    const stage = 'generating_images';
    const failed = { stage, code: 'boom', reason: 'no paint', retryable: true, retry_in_ms: 1000 };
    const { seq } = (await log()).at(-1) ?? { seq: 0 };
    await store.append(
      'demo',
      seq,
      [
        { type: 'StageStarted', data: { stage } },
        { type: 'StageFailed', data: failed },
        { type: 'CancelRequested', data: {} },
        { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } },
      ].map((fact) => ({ ...fact, run: 1, actor: 'an earlier version' })),
    );
    await driver().drive('demo', ended.signal);
    expect((await types()).slice(seq + 4)).toEqual(['DriverAttached', 'StageStarted', 'StageSucceeded']);
  });

  it('goes on with the next run when one is started while the images of the last are painted', async () => {
    await start();
    const driven = driver({ generating_images: untilAborted }).drive('demo', ended.signal);
    await until('RunCompleted');
    await start();
    await until('RunCompleted', 2);
    ended.abort(new Error('enough'));
    await expect(driven).rejects.toThrow('enough');
    expect((await log()).filter((event) => event.type === 'RunCompleted').map((event) => event.run)).toEqual([1, 2]);
  });
});

describe('an app that is to be shared', () => {
  const site = { label: 'demo', url: 'http://demo.share.localhost' };
  const share = async () => {
    await start();
    await driver().drive('demo', ended.signal);
    await send({ type: 'RequestShare' });
  };

  it('is exported, its files stored before the event that names them', async () => {
    await share();
    exportSite = () => Promise.resolve({ ...site, files: [{ path: 'index.html', content: Buffer.from('<html>') }] });
    await driver().drive('demo', ended.signal);
    const last = (await log()).at(-1);
    expect(last).toMatchObject({ type: 'SiteExported', data: { ...site, files: [{ path: 'index.html', bytes: 6 }] } });
    const [file] = last?.type === 'SiteExported' ? last.data.files : [];
    expect(String((await blobs.get([file?.sha256 ?? '']))[0])).toBe('<html>');
  });

  it('is exported with what was written right before it was asked for', async () => {
    await start();
    await driver().drive('demo', ended.signal);
    const [ref] = await blobs.put([Buffer.from('export {}')]);
    if (!ref) throw new Error('A blob store returns a ref for every content.');
    const written = [{ path: 'app/new.tsx', ...ref }];
    await send({ type: 'ChangeFiles', written, removed: [], authors: ['ada'], expected: { 'app/new.tsx': null } });
    await send({ type: 'RequestShare' });
    let atExport: readonly string[] = [];
    exportSite = () => {
      atExport = [...restored];
      return Promise.resolve({ ...site, files: [] });
    };
    await driver().drive('demo', ended.signal);
    expect(atExport.at(-1)).toContain('app/new.tsx');
  });

  it('says why where it cannot be exported, and can be asked again', async () => {
    await share();
    exportSite = () => Promise.reject(Object.assign(new Error('no bundle'), { code: 'preview_broken' }));
    await driver().drive('demo', ended.signal);
    expect((await log()).at(-1)).toMatchObject({
      type: 'ShareFailed',
      data: { code: 'preview_broken', reason: 'The app could not be exported: no bundle' },
    });
    await send({ type: 'RequestShare' });
    expect((await types()).at(-1)).toBe('ShareRequested');
  });

  it('is exported by the next driver when this one is stopped', async () => {
    await share();
    const stopping = new AbortController();
    exportSite = (_, signal) => {
      stopping.abort(new Error('The service is stopping.'));
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    };
    await expect(driver().drive('demo', stopping.signal)).rejects.toThrow('The service is stopping.');
    exportSite = () => Promise.resolve({ ...site, files: [] });
    await driver().drive('demo', ended.signal);
    expect((await types()).filter((type) => type === 'SiteExported')).toHaveLength(1);
  });
});
