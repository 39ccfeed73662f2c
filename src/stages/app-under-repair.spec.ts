import { describe, expect, it } from '@jest/globals';
import { PreviewBroken } from '../effects/preview-host/preview-host.port.js';
import { type TypeChecker, TypeCheckUnavailable, type TypeProblem } from '../effects/type-checker/type-checker.port.js';
import type { PreviewTrouble } from '../generation/events.js';
import { AppUnderRepair } from './app-under-repair.js';
import type { StageContext } from './stage-task.js';

const HOME = 'app/index.tsx';
const LIST = 'app/list.tsx';
const DRAWN = 'app/settings.tsx';
const trouble = (file: string, message: string): PreviewTrouble => ({ source: 'page', message, file, line: 3 });
const problem = (path: string, message: string, isMinor = false): TypeProblem => ({
  path,
  line: 2,
  column: 4,
  message,
  isMinor,
});

/** An app of three screens, two of them a model's; its preview complains of `troubles`. */
function contextOf(troubles: readonly PreviewTrouble[]): StageContext {
  const files = Object.fromEntries(
    [HOME, LIST, DRAWN, 'assets/icon.png'].map((path) => [path, { path, sha256: path, bytes: 1 }]),
  );
  const context: Partial<StageContext> = {
    signal: new AbortController().signal,
    project: () => ({ files, troubles }) as unknown as ReturnType<StageContext['project']>,
    run: () => ({ written: [HOME, LIST] }) as unknown as ReturnType<StageContext['run']>,
    read: (refs) => Promise.resolve(refs.map(({ path }) => ({ path, content: `// ${path}` }))),
  };
  return context as StageContext;
}

const BUNDLES = { check: () => Promise.resolve() };

/** A compiler that says the same whatever it is given, and remembers that. */
function compiler(said: readonly TypeProblem[] | Error) {
  const given: string[][] = [];
  const check: TypeChecker['check'] = (files) => {
    given.push(files.map(({ path, content }) => `${path} ${content}`));
    return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
  };
  return { types: { check }, given };
}

describe('an app under repair', () => {
  it('has the faults that the compiler finds in any file', async () => {
    const { types, given } = compiler([problem(HOME, 'oh'), problem(DRAWN, 'not the model’s'), problem(HOME, 'no')]);
    const app = await AppUnderRepair.open(contextOf([]), { types, previewHost: BUNDLES }, []);
    expect([...(await app.faults())]).toEqual([
      [HOME, ['2:5: oh', '2:5: no']],
      [DRAWN, ['2:5: not the model’s']],
    ]);
    expect(given).toEqual([[`${HOME} // ${HOME}`, `${LIST} // ${LIST}`, `${DRAWN} // ${DRAWN}`]]);
  });

  it('has names that nothing uses in the model’s files alone, and lets them be where they stay', async () => {
    const { types } = compiler([
      problem(HOME, 'unused', true),
      problem(LIST, 'unused', true),
      problem(LIST, 'oh'),
      problem(DRAWN, 'unused', true),
    ]);
    const app = await AppUnderRepair.open(contextOf([]), { types, previewHost: BUNDLES }, []);
    expect([...(await app.faults()).keys()]).toEqual([HOME, LIST]);
    expect([HOME, LIST].map((path) => app.isHarmless(path))).toEqual([true, false]);
    app.forgive(HOME);
    expect([...(await app.faults()).keys()]).toEqual([LIST]);
    app.giveUp(LIST);
    expect((await app.faults()).size).toBe(0);
    expect((await app.unresolved()).map(({ path, message }) => `${path} ${message}`)).toEqual([`${LIST} oh`]);
  });

  it('has those that the preview complains of, each once', async () => {
    const troubles = [trouble(LIST, 'it fell'), trouble(DRAWN, 'not the model’s')];
    const app = await AppUnderRepair.open(contextOf(troubles), { types: compiler([]).types, previewHost: BUNDLES }, []);
    expect([...(await app.faults())]).toEqual([[LIST, ['The app runs into an error at line 3: it fell']]]);
    expect((await app.faults()).size).toBe(0);
    troubles.push(trouble(LIST, 'it fell again'));
    expect((await app.faults()).size).toBe(1);
  });

  it('has none in a file that was given up, and looks at files that would take the places of others', async () => {
    const { types, given } = compiler([problem(HOME, 'oh'), problem(LIST, 'oh')]);
    const app = await AppUnderRepair.open(contextOf([trouble(HOME, 'it fell')]), { types, previewHost: BUNDLES }, []);
    app.giveUp(HOME);
    expect([...(await app.typeFaults([{ path: LIST, content: 'new' }])).keys()]).toEqual([LIST]);
    expect(given[0]).toContain(`${LIST} new`);
    expect([...(await app.faults()).keys()]).toEqual([LIST]);
    expect(app.left).toEqual([LIST]);
  });

  it('says once that the types cannot be checked, and goes on with what the preview says', async () => {
    const notes: string[] = [];
    const { types, given } = compiler(new TypeCheckUnavailable('the kit has none.'));
    const app = await AppUnderRepair.open(
      contextOf([trouble(HOME, 'it fell')]),
      { types, previewHost: BUNDLES },
      notes,
    );
    expect([...(await app.faults()).keys()]).toEqual([HOME]);
    expect((await app.faults()).size).toBe(0);
    expect([notes, given.length]).toEqual([['The types could not be checked: the kit has none.'], 1]);
  });

  it('has what keeps a file of the model’s from being bundled, and none of another file’s: that ends the run', async () => {
    const { types } = compiler([]);
    let broken = new PreviewBroken('Unable to resolve ./worker', { file: LIST, line: 4 });
    const previewHost = { check: () => Promise.reject(broken) };
    const app = await AppUnderRepair.open(contextOf([]), { types, previewHost }, []);
    expect([...(await app.faults())]).toEqual([[LIST, ['It cannot be bundled (line 4): Unable to resolve ./worker']]]);
    app.giveUp(LIST);
    await expect(app.faults()).rejects.toBe(broken);
    broken = new PreviewBroken('It is not the model’s', { file: DRAWN });
    await expect(app.faults()).rejects.toBe(broken);
  });
});
