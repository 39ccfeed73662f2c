import { expect, it } from '@jest/globals';
import { ControlClosed } from './control-client.js';
import type { ExpoProcess } from './expo-process.js';
import type { PreviewProcess } from './preview-process.js';
import { type Change, ToldProcess } from './told-process.js';

const changeOf = (path: string): Change => ({ changed: [path], removed: [] });

/** A process that comes up when the test says so, and what it was told. */
class Process {
  readonly told: Change[] = [];
  current: ExpoProcess | undefined;
  readonly #up = Promise.withResolvers<ExpoProcess>();

  comesUp(control: { request: (op: string, change: object) => Promise<unknown> } = this.#control): void {
    this.current = { control, ended: Promise.resolve('killed') } as unknown as ExpoProcess;
    this.#up.resolve(this.current);
  }

  ready(): Promise<ExpoProcess> {
    return this.#up.promise;
  }

  readonly #control = {
    request: (_op: string, change: object): Promise<void> => {
      this.told.push(change as Change);
      return Promise.resolve();
    },
  };
}

const told = (process: Process): ToldProcess => new ToldProcess(process as unknown as PreviewProcess);

it('nobody who changes a file waits for a process that is not up; who is given it finds it told', async () => {
  const process = new Process();
  const to = told(process);
  await to.tell(changeOf('a'));
  await to.tell(changeOf('b'));
  expect(process.told).toEqual([]);
  const up = to.up();
  process.comesUp();
  expect(await up).toBe(process.current);
  expect(process.told).toEqual([changeOf('a'), changeOf('b')]);
  await to.tell(changeOf('c'));
  expect(process.told).toHaveLength(3);
});

it('its successor is told what one that died was not', async () => {
  const process = new Process();
  let tells = 0;
  process.comesUp({
    request: () => {
      tells += 1;
      process.comesUp();
      return Promise.reject(new ControlClosed());
    },
  });
  await told(process).tell(changeOf('a'));
  expect([tells, process.told]).toEqual([1, [changeOf('a')]]);
});
