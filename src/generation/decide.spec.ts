import { describe, expect, it } from '@jest/globals';
import { type Fact, given } from '../../test/support/given.js';
import type { ModelCall, RunEstimate } from './events.js';
import type { AppPlan } from './plan.js';
import type { Stage } from './stage-plan.js';

const prompt = 'Create a fitness tracking app';
const requested: Fact = { type: 'RunRequested', data: { prompt } };
const attached: Fact = { type: 'DriverAttached', data: { epoch: 1 } };
const started = (stage: Stage): Fact => ({ type: 'StageStarted', data: { stage } });
const succeeded = (stage: Stage): Fact => ({ type: 'StageSucceeded', data: { stage, output: {} } });
const failedData = { stage: 'installing_deps' as const, code: 'kit', reason: 'no disk', retryable: true };
const failed: Fact = { type: 'StageFailed', data: failedData };
const complete = (stage: Stage, epoch = 1, run = 1) =>
  ({ type: 'CompleteStage', stage, output: {}, epoch, run }) as const;

const begun = [requested, started('analyzing'), started('creating_project'), attached];
const upToPreview = [
  ...begun,
  ...(['analyzing', 'creating_project', 'generating_base', 'installing_deps', 'starting_server'] as const).map(
    succeeded,
  ),
  started('generating_screens'),
  started('generating_images'),
  succeeded('creating_tunnel'),
  started('preview_ready'),
];

describe('starting a run', () => {
  it('requests the run and starts the stages that wait for nothing', () => {
    given().when({ type: 'StartRun', prompt }).then(requested, started('analyzing'), started('creating_project'));
  });

  it('keeps who asked, the template and the options', () => {
    given()
      .when({ type: 'StartRun', prompt, userId: 'u1', templateId: 'modern-blue', options: { seed: 7 } })
      .then(
        { type: 'RunRequested', data: { prompt, user_id: 'u1', template_id: 'modern-blue', options: { seed: 7 } } },
        started('analyzing'),
        started('creating_project'),
      );
  });

  it('joins the run that is active: nothing new happens', () => {
    given(...begun)
      .when({ type: 'StartRun', prompt: 'Another app altogether' })
      .thenNothing();
  });

  it('begins run 2 after the first has ended', () => {
    given(requested, { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } })
      .when({ type: 'StartRun', prompt })
      .then({ ...requested, run: 2 }, { ...started('analyzing'), run: 2 }, { ...started('creating_project'), run: 2 });
  });
});

describe('a stage that succeeds', () => {
  it('starts what waited for it alone', () => {
    given(...begun)
      .when(complete('creating_project'))
      .then(succeeded('creating_project'), started('installing_deps'));
  });

  it('leaves what still waits for another stage', () => {
    given(...begun)
      .when(complete('analyzing'))
      .then(succeeded('analyzing'), started('generating_screens'), started('generating_images'));
  });

  it('starts the base code once plan and project are both there', () => {
    given(...begun, succeeded('creating_project'), started('installing_deps'))
      .when(complete('analyzing'))
      .then(
        succeeded('analyzing'),
        started('generating_base'),
        started('generating_screens'),
        started('generating_images'),
      );
  });

  it('carries its output for the stages after it', () => {
    const plan = { name: 'Fit' } as AppPlan;
    given(...begun)
      .when({ type: 'CompleteStage', stage: 'analyzing', output: { plan }, epoch: 1, run: 1 })
      .then(
        { type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan } } },
        started('generating_screens'),
        started('generating_images'),
      );
  });

  it('succeeds once: the same outcome again changes nothing', () => {
    given(...begun, succeeded('analyzing'))
      .when(complete('analyzing'))
      .thenNothing();
  });

  it('is not believed before it has started', () => {
    given(...begun)
      .when(complete('preview_ready'))
      .thenNothing();
  });

  it('completes the run with the last foreground stage, images or not', () => {
    given(...upToPreview, succeeded('preview_ready'), succeeded('generating_screens'), started('adding_components'))
      .when(complete('adding_components'))
      .then(succeeded('adding_components'), started('complete'), succeeded('complete'), {
        type: 'RunCompleted',
        data: { app_name: 'App', cost_usd: 0 },
      });
  });

  it('does not add components before the preview is ready, whichever comes first', () => {
    given(...upToPreview)
      .when(complete('generating_screens'))
      .then(succeeded('generating_screens'));
    given(...upToPreview, succeeded('generating_screens'))
      .when(complete('preview_ready'))
      .then(succeeded('preview_ready'), started('adding_components'));
  });

  it('is recorded after the end too when it works in the background', () => {
    given(...upToPreview, { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } })
      .when(complete('generating_images'))
      .then(succeeded('generating_images'));
  });
});

describe('a stage that fails', () => {
  const fail = (stage: Stage, code = 'kit') =>
    ({ type: 'FailStage', stage, code, reason: 'no disk', epoch: 1, run: 1 }) as const;
  const restart = { type: 'RestartStage', stage: 'installing_deps', epoch: 1, run: 1 } as const;
  const failedFor = (waitMs: number): Fact => ({ type: 'StageFailed', data: { ...failedData, retry_in_ms: waitMs } });
  const installing = [...begun, succeeded('creating_project'), started('installing_deps')];
  const failedTwice = [failedFor(1000), started('installing_deps'), failedFor(4000), started('installing_deps')];

  it('begins again after a wait that grows', () => {
    given(...installing)
      .when(fail('installing_deps'))
      .then(failedFor(1000));
    given(...installing, failedFor(1000))
      .when(restart)
      .then(started('installing_deps'));
    given(...installing, failedFor(1000), started('installing_deps'))
      .when(fail('installing_deps'))
      .then(failedFor(4000));
  });

  it('fails the run at the third time, with the reason and how often it was tried', () => {
    given(...installing, ...failedTwice)
      .when(fail('installing_deps'))
      .then(failed, { type: 'RunFailed', data: { ...failedData, reason: 'no disk (tried 3 times)' } });
  });

  it('fails the run at once where trying again cannot help', () => {
    const data = { ...failedData, code: 'path_refused', retryable: false };
    given(...installing)
      .when(fail('installing_deps', 'path_refused'))
      .then({ type: 'StageFailed', data }, { type: 'RunFailed', data });
  });

  it('fails the run at its deadline, and leaves it to the person to try again', () => {
    const data = { ...failedData, code: 'stage_deadline' };
    given(...installing)
      .when(fail('installing_deps', 'stage_deadline'))
      .then({ type: 'StageFailed', data }, { type: 'RunFailed', data });
  });

  it('counts anew when a person retries', () => {
    given(
      ...installing,
      ...failedTwice,
      failed,
      { type: 'RunFailed', data: failedData },
      { type: 'RetryRequested', data: {} },
      started('installing_deps'),
    )
      .when(fail('installing_deps'))
      .then(failedFor(1000));
  });

  it('begins again once: a second call, or one after a cancel, changes nothing', () => {
    given(...installing)
      .when(restart)
      .thenNothing();
    given(...installing, failedFor(1000), { type: 'CancelRequested', data: {} })
      .when(restart)
      .thenNothing();
  });

  it('does not fail a run that is being cancelled', () => {
    given(...installing, { type: 'CancelRequested', data: {} })
      .when(fail('installing_deps'))
      .thenNothing();
  });

  it('never fails the run from the background', () => {
    const data = { ...failedData, stage: 'generating_images' as const };
    const waits: Fact = { type: 'StageFailed', data: { ...data, retry_in_ms: 1000 } };
    given(...upToPreview, waits, waits)
      .when(fail('generating_images'))
      .thenNothing();
    given(...upToPreview, waits, waits, started('generating_images'))
      .when(fail('generating_images'))
      .then({ type: 'StageFailed', data });
  });
});

describe('retrying', () => {
  it('starts the failed stage and those that were cut off again, and nothing that succeeded', () => {
    given(...begun, succeeded('creating_project'), started('installing_deps'), failed, {
      type: 'RunFailed',
      data: failedData,
    })
      .when({ type: 'RetryRun' })
      .then({ type: 'RetryRequested', data: {} }, started('analyzing'), started('installing_deps'));
  });

  it('does not leave a stage behind that was about to begin again', () => {
    const waits: Fact = { type: 'StageFailed', data: { ...failedData, stage: 'analyzing', retry_in_ms: 4000 } };
    given(...begun, waits, { type: 'RunFailed', data: failedData })
      .when({ type: 'RetryRun' })
      .then({ type: 'RetryRequested', data: {} }, started('analyzing'), started('creating_project'));
  });

  it('begins what came to be due while the run had failed', () => {
    given(
      ...begun,
      { type: 'StageFailed', data: { ...failedData, stage: 'analyzing' } },
      { type: 'RunFailed', data: { ...failedData, stage: 'analyzing' } },
      succeeded('creating_project'),
    )
      .when({ type: 'RetryRun' })
      .then({ type: 'RetryRequested', data: {} }, started('analyzing'), started('installing_deps'));
  });

  it('is joined when it already goes on', () => {
    given(...begun)
      .when({ type: 'RetryRun' })
      .thenNothing();
  });

  it('is refused where there is nothing to retry', () => {
    given().when({ type: 'RetryRun' }).thenRefused('run_not_retryable');
    given(requested, { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } })
      .when({ type: 'RetryRun' })
      .thenRefused('run_not_retryable');
  });
});

describe('cancelling', () => {
  const cancelRequested: Fact = { type: 'CancelRequested', data: {} };
  const finish = { type: 'FinishCancel', epoch: 1, run: 1 } as const;

  it('is requested once', () => {
    given(...begun)
      .when({ type: 'RequestCancel' })
      .then(cancelRequested);
    given(...begun, cancelRequested)
      .when({ type: 'RequestCancel' })
      .thenNothing();
  });

  it('ends the run when the driver has stopped its work', () => {
    given(...begun, cancelRequested)
      .when(finish)
      .then({ type: 'RunCancelled', data: {} });
    given(...begun, cancelRequested, { type: 'RunCancelled', data: {} })
      .when(finish)
      .thenNothing();
  });

  it('keeps what was done meanwhile, begins nothing more, and does not complete', () => {
    given(...begun, cancelRequested)
      .when(complete('creating_project'))
      .then(succeeded('creating_project'));
    const last = [...upToPreview, succeeded('preview_ready'), succeeded('generating_screens')];
    given(...last, started('adding_components'), cancelRequested)
      .when(complete('adding_components'))
      .then(succeeded('adding_components'));
  });

  it('that lost against the completion stops nothing in the background', () => {
    const images = { stage: 'generating_images', code: 'boom', reason: 'no paint', retryable: true } as const;
    const lost = [
      ...upToPreview,
      { type: 'StageFailed', data: { ...images, retry_in_ms: 1000 } },
      cancelRequested,
      { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } },
    ] as const;
    given(...lost)
      .when({ type: 'RestartStage', stage: 'generating_images', epoch: 1, run: 1 })
      .then(started('generating_images'));
    given(...lost, started('generating_images'))
      .when({ type: 'FailStage', ...images, code: 'path_refused', epoch: 1, run: 1 })
      .then({ type: 'StageFailed', data: { ...images, code: 'path_refused', retryable: false } });
  });

  it('is the user’s to ask: the driver alone cannot cancel', () => {
    given(...begun)
      .when(finish)
      .thenNothing();
  });

  it('changes nothing on a run that was cancelled, and is refused where none is active', () => {
    given(...begun, cancelRequested, { type: 'RunCancelled', data: {} })
      .when({ type: 'RequestCancel' })
      .thenNothing();
    given().when({ type: 'RequestCancel' }).thenRefused('run_not_active');
    given(requested, { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } })
      .when({ type: 'RequestCancel' })
      .thenRefused('run_not_active');
  });
});

describe('drivers', () => {
  it('attach with an epoch above every one before', () => {
    given(...begun)
      .when({ type: 'AttachDriver' })
      .then({ type: 'DriverAttached', data: { epoch: 2 } });
  });

  it('are refused once another has attached', () => {
    given(...begun, { type: 'DriverAttached', data: { epoch: 2 } })
      .when(complete('analyzing', 1))
      .thenRefused('driver_superseded');
  });

  it('change nothing in a run that is over when another has begun', () => {
    given(...begun, { type: 'RunCancelled', data: {} }, { ...requested, run: 2 }, { ...started('analyzing'), run: 2 })
      .when(complete('analyzing', 1, 1))
      .thenNothing();
  });
});

describe('files', () => {
  const home = { path: 'app/index.tsx', sha256: 'aa', bytes: 3 };
  const recordFiles = {
    type: 'RecordFiles',
    files: [home],
    removed: [],
    author: 'blueprint',
    screens: [{ screen: 'Home', path: 'app/index.tsx' }],
    epoch: 1,
    run: 1,
  } as const;
  const written: Fact = { type: 'FileWritten', data: { ...home, author: 'blueprint' } };
  const added: Fact = { type: 'ScreenAdded', data: { screen: 'Home', path: 'app/index.tsx' } };

  it('are recorded with the screens they complete', () => {
    given(...begun)
      .when(recordFiles)
      .then(written, added);
  });

  it('are recorded once: the same content and screen again change nothing', () => {
    given(...begun, written, added)
      .when(recordFiles)
      .thenNothing();
  });

  it('name the version they replace', () => {
    given(...begun, { type: 'FileWritten', data: { ...home, sha256: '99', author: 'blueprint' } }, added)
      .when(recordFiles)
      .then({ type: 'FileWritten', data: { ...home, author: 'blueprint', base_sha256: '99' } });
  });

  it('are deleted where they exist', () => {
    given(...begun, written, added)
      .when({ ...recordFiles, removed: ['app/index.tsx', 'app/never.tsx'] })
      .then({ type: 'FileDeleted', data: { path: 'app/index.tsx', base_sha256: 'aa' } });
  });
});

describe('the preview', () => {
  const urls = { web: 'http://demo.localhost:8000' };
  const publish = { type: 'PublishPreview', urls, epoch: 1, run: 1 } as const;

  it('is published once a run', () => {
    given(...upToPreview)
      .when(publish)
      .then({ type: 'PreviewPublished', data: { urls } });
    given(...upToPreview, { type: 'PreviewPublished', data: { urls } })
      .when(publish)
      .thenNothing();
  });
});

describe('trouble of the preview', () => {
  const data = { source: 'bundle', message: 'Unexpected token', file: 'app/index.tsx', line: 3, column: 9 } as const;
  const troubled: Fact = { type: 'PreviewTroubled', data };
  const healed: Fact = { type: 'PreviewHealed', data: {} };
  const report = { type: 'ReportTrouble', trouble: data } as const;

  it('is recorded once, and again only after it has healed', () => {
    given(...begun)
      .when(report)
      .then(troubled);
    given(...begun, troubled)
      .when(report)
      .thenNothing();
    given(...begun, troubled, healed)
      .when(report)
      .then(troubled);
  });

  it('of another place is another one', () => {
    const other = { ...data, line: 4 };
    given(...begun, troubled)
      .when({ type: 'ReportTrouble', trouble: other })
      .then({ type: 'PreviewTroubled', data: other });
  });

  it('is not counted for ever', () => {
    const many = Array.from({ length: 10 }, (_, line): Fact => ({ ...troubled, data: { ...data, line } }));
    given(...begun, ...many)
      .when({ type: 'ReportTrouble', trouble: { ...data, line: 99 } })
      .thenNothing();
  });

  it('heals once, and only where there was some', () => {
    given(...begun)
      .when({ type: 'ReportHealed' })
      .thenNothing();
    given(...begun, troubled)
      .when({ type: 'ReportHealed' })
      .then(healed);
  });

  it('belongs to a run: before the first one there is nobody to tell', () => {
    given().when(report).thenNothing();
  });
});

describe('assets', () => {
  const asset = { path: 'assets/icon.png', sha256: 'ab', bytes: 9 };
  const recordAsset = { type: 'RecordAsset', asset, kind: 'icon', origin: 'generated', epoch: 1, run: 1 } as const;
  const assetAdded: Fact = { type: 'AssetAdded', data: { ...asset, kind: 'icon', origin: 'generated' } };

  it('are recorded once for each content', () => {
    given(...begun)
      .when(recordAsset)
      .then(assetAdded);
    given(...begun, assetAdded)
      .when(recordAsset)
      .thenNothing();
  });

  it('say who made them', () => {
    given(...begun)
      .when({ ...recordAsset, origin: 'model' })
      .then({ type: 'AssetAdded', data: { ...asset, kind: 'icon', origin: 'model' } });
  });
});

describe('revising an app', () => {
  const plan = { name: 'Fit' } as AppPlan;
  const planned: Fact = { type: 'StageSucceeded', data: { stage: 'analyzing', output: { plan } } };
  const file = { path: 'app/index.tsx', sha256: 'aa', bytes: 1 };
  const written: Fact = { type: 'FileWritten', data: { ...file, author: 'blueprint' } };
  const completed: Fact = { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } };
  const imaging = [...upToPreview, planned, written, succeeded('preview_ready'), completed];
  const ended = [...imaging, succeeded('generating_images')];
  const revise = { type: 'ReviseRun', instruction: 'Make it blue' } as const;
  const asked: Fact = { type: 'RevisionRequested', run: 2, data: { instruction: 'Make it blue' } };
  const begins: Fact = { ...started('generating_screens'), run: 2 };

  it('begins a run that starts where the preview is there already', () => {
    given(...ended)
      .when(revise)
      .then(asked, begins);
  });

  const paints: Fact = { ...started('generating_images'), run: 2 };
  const imageFailure = { stage: 'generating_images', code: 'boom', reason: 'no paint', retryable: true } as const;

  it.each<[string, readonly Fact[]]>([
    ['still run', imaging],
    ['wait to begin again', [...imaging, { type: 'StageFailed', data: { ...imageFailure, retry_in_ms: 1000 } }]],
    ['have failed', [...imaging, { type: 'StageFailed', data: imageFailure }]],
  ])('begins the images again where those of the run before %s: the icon comes', (_, facts) => {
    given(...facts)
      .when(revise)
      .then(asked, begins, paints);
    expect(given(...facts, asked).state.run?.stages).not.toHaveProperty('generating_images');
    given(...facts, asked, begins, paints)
      .when(complete('generating_images', 1, 2))
      .then({ ...succeeded('generating_images'), run: 2 });
  });

  it('skips what the preview stands on, whatever its percentage, and nothing else of the foreground', () => {
    expect(Object.keys(given(...ended, asked).state.run?.stages ?? {})).toEqual([
      'analyzing',
      'creating_project',
      'generating_base',
      'installing_deps',
      'starting_server',
      'creating_tunnel',
      'preview_ready',
      'generating_images',
    ]);
  });

  it('goes on with the components and is complete, with the plan of the run before', () => {
    given(...ended, asked, begins)
      .when(complete('generating_screens', 1, 2))
      .then({ ...succeeded('generating_screens'), run: 2 }, { ...started('adding_components'), run: 2 });
    const { state } = given(...ended, asked, begins, {
      ...written,
      run: 2,
      data: { ...file, sha256: 'bb', author: 'gpt' },
    });
    expect(state.run).toMatchObject({ plan, progress: 60, instruction: 'Make it blue', base: { [file.path]: file } });
  });

  it('is of whoever the app is of, where nobody is named', () => {
    const byUser: Fact = { type: 'RunRequested', data: { prompt, user_id: 'u1' } };
    const ofUser = [byUser, ...ended.slice(1)];
    given(...ofUser)
      .when(revise)
      .then({ ...asked, data: { instruction: 'Make it blue', user_id: 'u1' } }, begins);
    given(...ofUser)
      .when({ ...revise, userId: 'u2' })
      .then({ ...asked, data: { instruction: 'Make it blue', user_id: 'u2' } }, begins);
  });

  const at = { path: file.path, line: 3, code: '<Text>' };

  it('knows the line that was pointed at, at once and after it has waited', () => {
    given(...ended)
      .when({ ...revise, at })
      .then({ ...asked, data: { instruction: 'Make it blue', at } }, begins);
    expect(given(...ended, { ...asked, data: { instruction: 'Make it blue', at } }).state.run).toMatchObject({ at });
    const active = [...upToPreview, planned, written, succeeded('preview_ready')];
    const queued: Fact = { type: 'RevisionQueued', data: { instruction: 'Make it blue', at } };
    given(...active)
      .when({ ...revise, at })
      .then(queued);
    const { state } = given(...active, queued);
    expect(state.queue).toEqual([{ revision: state.seq, instruction: 'Make it blue', at }]);
    given(...active, queued, { type: 'CancelRequested', data: {} })
      .when({ type: 'FinishCancel', epoch: 1, run: 1 })
      .then(
        { type: 'RunCancelled', data: {} },
        { ...asked, data: { instruction: 'Make it blue', revision: state.seq, at } },
        begins,
        { ...started('generating_images'), run: 2 },
      );
  });

  it('is refused where it points into a file that is not there', () => {
    given(...ended)
      .when({ ...revise, at: { path: 'app/gone.tsx', line: 3 } })
      .thenRefused('file_not_found');
    given(...ended)
      .when({ ...revise, at: { path: 'constructor', line: 3 } })
      .thenRefused('file_not_found');
  });

  it('is refused where there is no app', () => {
    given().when(revise).thenRefused('run_not_revisable');
    const failed: Fact = {
      type: 'RunFailed',
      data: { stage: 'analyzing', code: 'boom', reason: 'It broke.', retryable: true },
    };
    given(...upToPreview.slice(0, 3), failed)
      .when(revise)
      .thenRefused('run_not_revisable');
  });

  describe('while a run is active', () => {
    const active = [...upToPreview, planned, written, succeeded('preview_ready')];
    const queued = (instruction: string, userId?: string): Fact => ({
      type: 'RevisionQueued',
      data: { instruction, ...(userId !== undefined && { user_id: userId }) },
    });
    const waiting = given(...active, queued('Make it blue', 'ann'), queued('Make it red'));
    const [first = 0, second = 0] = waiting.state.queue.map(({ revision }) => revision);
    const turn: Fact = {
      type: 'RevisionRequested',
      run: 2,
      data: { instruction: 'Make it blue', user_id: 'ann', revision: first },
    };
    const paints: Fact = { ...started('generating_images'), run: 2 };

    it('waits its turn, first come first', () => {
      given(...active)
        .when({ ...revise, userId: 'ann' })
        .then(queued('Make it blue', 'ann'));
      expect(waiting.state.queue).toMatchObject([
        { instruction: 'Make it blue', user_id: 'ann' },
        { instruction: 'Make it red' },
      ]);
      expect(second).toBe(first + 1);
    });

    it('can be withdrawn, once', () => {
      const withdraw = { type: 'WithdrawRevision', revision: first, author: 'user:bob' } as const;
      const withdrawn: Fact = { type: 'RevisionWithdrawn', data: { revision: first, author: 'user:bob' } };
      waiting.when(withdraw).then(withdrawn);
      const after = given(...active, queued('Make it blue', 'ann'), queued('Make it red'), withdrawn);
      expect(after.state.queue).toMatchObject([{ instruction: 'Make it red' }]);
      after.when(withdraw).thenRefused('revision_not_queued');
    });

    it('begins in the same append as the run ends, and the next after that', () => {
      const cancelling: Fact = { type: 'CancelRequested', data: {} };
      const cancelled: Fact = { type: 'RunCancelled', data: {} };
      const lead = [...active, queued('Make it blue', 'ann'), queued('Make it red'), cancelling];
      given(...lead)
        .when({ type: 'FinishCancel', epoch: 1, run: 1 })
        .then(cancelled, turn, begins, paints);
      expect(given(...lead, cancelled, turn).state.queue).toMatchObject([{ instruction: 'Make it red' }]);
      given(...active, succeeded('generating_screens'), started('adding_components'), queued('Make it blue', 'ann'))
        .when(complete('adding_components', 1, 1))
        .then(
          succeeded('adding_components'),
          started('complete'),
          succeeded('complete'),
          completed,
          { ...turn, data: { ...turn.data, revision: first + 2 } },
          begins,
          paints,
        );
    });

    it('waits on after a failure: a retry, a withdrawal or another revision goes on from there', () => {
      const failure = { stage: 'adding_components', code: 'boom', reason: 'It broke.', retryable: false } as const;
      const failed: Fact = { type: 'RunFailed', data: failure };
      const after = given(...active, queued('Make it blue', 'ann'), failed);
      expect(after.state.queue).toHaveLength(1);
      after.when({ ...revise, instruction: 'Make it red' }).then(queued('Make it red'), turn, begins, paints);
    });

    it('is withdrawn by a start, which makes another app', () => {
      const failure = { stage: 'adding_components', code: 'boom', reason: 'It broke.', retryable: false } as const;
      given(...active, queued('Make it blue', 'ann'), { type: 'RunFailed', data: failure })
        .when({ type: 'StartRun', prompt, userId: 'bob' })
        .then(
          { type: 'RevisionWithdrawn', data: { revision: first, author: 'user:bob' } },
          { type: 'RunRequested', run: 2, data: { prompt, user_id: 'bob' } },
          { ...started('analyzing'), run: 2 },
          { ...started('creating_project'), run: 2 },
        );
    });

    it('is refused where too many wait', () => {
      given(...active, ...Array.from({ length: 20 }, (_, n) => queued(`Change ${n}`)))
        .when(revise)
        .thenRefused('revision_queue_full');
    });
  });
});

describe('a call of a model', () => {
  const call: ModelCall = {
    stage: 'generating_screens',
    call: 'screen:Home',
    model: 'gpt',
    prompt_sha256: 'aa',
    cost_usd: 0.25,
  };
  const usage = { input_tokens: 100, output_tokens: 20 };
  const by = { epoch: 1, run: 1 };
  const answered: Fact = { type: 'ModelAnswered', data: { ...call, usage, answer_sha256: 'bb' } };
  const unanswered = { ...call, cost_usd: null };
  const callFailed: Fact = {
    type: 'ModelCallFailed',
    data: { ...unanswered, code: 'model_stalled', reason: 'silence' },
  };

  it('is journalled with its answer', () => {
    given(...begun)
      .when({ type: 'RecordAnswer', call, usage, answerSha256: 'bb', ...by })
      .then(answered);
  });

  it('is journalled once for the same question', () => {
    given(...begun, answered)
      .when({ type: 'RecordAnswer', call, usage, answerSha256: 'cc', ...by })
      .thenNothing();
  });

  it('is another one where the prompt is another', () => {
    given(...begun, answered)
      .when({ type: 'RecordAnswer', call: { ...call, prompt_sha256: 'dd' }, usage, answerSha256: 'cc', ...by })
      .then({ type: 'ModelAnswered', data: { ...call, prompt_sha256: 'dd', usage, answer_sha256: 'cc' } });
  });

  it('is journalled even after the run was cancelled: it is paid for', () => {
    given(...begun, { type: 'RunCancelled', data: {} })
      .when({ type: 'RecordAnswer', call, usage, answerSha256: 'bb', ...by })
      .then(answered);
  });

  it('is journalled even where another driver has taken over meanwhile: it is paid for', () => {
    const takenOver = given(...begun, { type: 'DriverAttached', data: { epoch: 2 } });
    takenOver.when({ type: 'RecordAnswer', call, usage, answerSha256: 'bb', ...by }).then(answered);
    takenOver
      .when({ type: 'RecordCallFailure', call: unanswered, code: 'model_stalled', reason: 'silence', ...by })
      .then(callFailed);
  });

  const estimate: RunEstimate = {
    model: 'gpt',
    basis: 'usual sizes',
    calls: { low: 7, high: 13 },
    input_tokens: { low: 1, high: 2 },
    output_tokens: { low: 1, high: 2 },
    cost_usd: null,
    duration_ms: { low: 1, high: 2 },
  };
  const estimated: Fact = { type: 'RunEstimated', data: estimate };
  const reached: Fact = { type: 'BudgetReached', data: { scope: 'run', spent_usd: 1, budget_usd: 2 } };

  it('is estimated before, once a run', () => {
    given(...begun)
      .when({ type: 'RecordEstimate', estimate, ...by })
      .then(estimated);
    given(...begun, estimated)
      .when({ type: 'RecordEstimate', estimate, ...by })
      .thenNothing();
  });

  it('is not made where the budget is reached, which is said once', () => {
    const command = { type: 'RecordBudgetReached', scope: 'run', spentUsd: 1, budgetUsd: 2, ...by } as const;
    given(...begun)
      .when(command)
      .then(reached);
    given(...begun, reached)
      .when(command)
      .thenNothing();
  });

  it('is journalled each time it brings no answer', () => {
    given(...begun, callFailed)
      .when({
        type: 'RecordCallFailure',
        call: { ...call, cost_usd: null },
        code: 'model_stalled',
        reason: 'silence',
        ...by,
      })
      .then(callFailed);
  });

  const last = ['analyzing', 'creating_project', 'generating_base', 'installing_deps', 'starting_server'] as const;
  const upToTheEnd = [
    ...upToPreview,
    ...([...last, 'creating_tunnel', 'preview_ready', 'generating_screens'] as const).map(succeeded),
    started('adding_components'),
  ];

  it.each([
    ['adds to what the completed run cost', [answered], 0.25],
    ['makes the cost unknown, not less, where it has no price', [answered, callFailed], null],
  ])('%s', (_, calls, cost_usd) => {
    given(...upToTheEnd, ...calls)
      .when(complete('adding_components'))
      .then(succeeded('adding_components'), started('complete'), succeeded('complete'), {
        type: 'RunCompleted',
        data: { app_name: 'App', cost_usd },
      });
  });
});

describe('sharing an app', () => {
  const written: Fact = { type: 'FileWritten', data: { path: 'app/index.tsx', sha256: 'a', bytes: 1, author: 'x' } };
  const completed: Fact = { type: 'RunCompleted', data: { app_name: 'Fit', cost_usd: 0 } };
  const asked: Fact = { type: 'ShareRequested', data: {} };
  const site = { label: 'demo', url: 'http://demo.share.localhost', files: [] };
  const exported: Fact = { type: 'SiteExported', data: site };
  const ended = [...begun, written, completed];
  const record = { type: 'RecordSite', ...site, epoch: 1, run: 1 } as const;

  it('asks for its export once it is complete', () => {
    given(...ended)
      .when({ type: 'RequestShare' })
      .then(asked);
    given(...begun)
      .when({ type: 'RequestShare' })
      .thenRefused('run_not_shareable');
    given().when({ type: 'RequestShare' }).thenRefused('run_not_shareable');
  });

  it('asks once, and again only when the app has changed since', () => {
    given(...ended, asked)
      .when({ type: 'RequestShare' })
      .thenNothing();
    given(...ended, asked, exported)
      .when({ type: 'RequestShare' })
      .thenNothing();
    given(...ended, asked, exported, written)
      .when({ type: 'RequestShare' })
      .then(asked);
  });

  it('ends with the site, or with why there is none', () => {
    given(...ended, asked)
      .when(record)
      .then(exported);
    given(...ended, asked)
      .when({ type: 'FailShare', code: 'preview_broken', reason: 'no bundle', epoch: 1, run: 1 })
      .then({ type: 'ShareFailed', data: { code: 'preview_broken', reason: 'no bundle' } });
  });

  it('ends when another run begins before it is done, and says so', () => {
    const data = {
      code: 'share_superseded',
      reason: 'A new run began before the app was exported; share it again when that run is complete.',
    };
    given(...ended, asked)
      .when({ type: 'StartRun', prompt })
      .then(
        { type: 'ShareFailed', data },
        { ...requested, run: 2 },
        { ...started('analyzing'), run: 2 },
        { ...started('creating_project'), run: 2 },
      );
  });

  it('is forgotten when another run begins: what comes late changes nothing', () => {
    given(...ended, asked, { ...requested, run: 2 })
      .when({ ...record, run: 2 })
      .thenNothing();
    given(...ended, asked, exported)
      .when(record)
      .thenNothing();
  });
});
