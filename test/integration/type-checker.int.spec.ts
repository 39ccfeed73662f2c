import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { planApp } from '../../src/blueprint/plan-app.js';
import { wholeApp } from '../../src/blueprint/whole-app.js';
import { KitTypeChecker } from '../../src/effects/type-checker/kit-type-checker.js';
import { childrenOf } from '../support/child-processes.js';
import { FIRST_PREVIEW_TIMEOUT_MS, testKit } from '../support/kit.js';

const APP = wholeApp(planApp({ prompt: 'Create a recipe app' }), [], { isFinished: true });
const PATHS = APP.map(({ path }) => path);
const WRONG = `import { Text, View } from 'react-native';
import logo from '../assets/logo.png';
import { none } from '../lib/store';
export default function Wrong() {
  return <View styel={logo}><Text>{String(none)}</Text></View>;
}
`;

/** What stands in a Card, and whether it ends the app on phones. */
const SHOWN: readonly (readonly [code: string, isFound: boolean])[] = [
  ['<View>{names.length && <Text>{names}</Text>}</View>', true],
  ['<View>{count && <Text>some</Text>}</View>', true],
  ['<View>{note && <Text>{note}</Text>}</View>', true],
  ["<View>{isOpen ? 'open' : 'closed'}</View>", true],
  ['<View>{`none`}</View>', true],
  ['<View> <Text>one</Text></View>', true],
  ['<View>{names.map((name) => name)}</View>', true],
  ['<View>{names.map((name) => <View key={name}>{name}</View>)}</View>', true],
  ['<>Hello</>', true],
  ['<Fragment>{count}</Fragment>', true],
  ['Hello', true],
  ['<Box>Hello</Box>', true],
  ['<View>{count > 0 && <Text>{count} of {names.length}</Text>}</View>', false],
  ['<View>{isOpen && <Text>{isOpen ? "a" : <>b</>}</Text>}</View>', false],
  ['<View>{own}</View>', false],
  ['<Heading level={2} style={{}}>Hello {count}</Heading>', false],
  ['<Own>Hello</Own>', false],
  ['<View accessibilityLabel={`${count}`}>{names.map((name) => <Text key={name}>{name}</Text>)}</View>', false],
];
const shownFile = (code: string): string => `import { Fragment, type ReactNode } from 'react';
import { Pressable, Text, View } from 'react-native';
import { Card } from '../components/card';
import { Heading } from '../components/heading';
export function Own({ children }: { children: ReactNode }) {
  return <View><Text>{children}</Text></View>;
}
export function Box(props: { children: ReactNode }) {
  return <Pressable>{props.children}</Pressable>;
}
export const Parts = [Fragment, Heading];
interface Given { names: string[]; count: number; note?: string; isOpen: boolean; own: ReactNode }
export default function Shown({ names, count, note, isOpen, own }: Given) {
  return (
    <Card>
      ${code}
    </Card>
  );
}
export const used = (given: Given) => [given, View, Text];
`;

describe('the type checker', () => {
  let hostDir: string;
  const never = new AbortController().signal;

  beforeAll(async () => {
    hostDir = await mkdtemp(join(tmpdir(), 'firstlight-types-'));
    await symlink(join(await testKit(), 'node_modules'), join(hostDir, 'node_modules'));
  }, FIRST_PREVIEW_TIMEOUT_MS);

  afterAll(() => rm(hostDir, { recursive: true, force: true }));

  let checker: KitTypeChecker;

  afterEach(async () => {
    await checker.stop();
    expect(await childrenOf(process.pid, 'check-types.cjs')).toEqual([]);
  });

  it('finds what does not fit the app or the kit, with its place, and nothing else', async () => {
    const wrong = { path: 'app/wrong.tsx', content: WRONG };
    const unasked = { ...wrong, path: 'app/not-asked-about.tsx' };
    checker = new KitTypeChecker(hostDir);
    const found = await checker.check([...APP, wrong, unasked], [...PATHS, wrong.path], never);
    expect(found.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['app/wrong.tsx', 3, 9],
      ['app/wrong.tsx', 5, 15],
    ]);
    // The same process, with what it has kept, knows nothing of the app before.
    const compilers = await childrenOf(process.pid, 'check-types.cjs');
    const mended = { ...wrong, content: WRONG.replace('none', 'useCollection as none').replace('styel={logo}', '') };
    // What is left is a name that nothing uses, which is said apart.
    expect(await checker.check([...APP, mended], [...PATHS, wrong.path, unasked.path], never)).toEqual([
      { path: 'app/wrong.tsx', line: 2, column: 0, message: expect.stringContaining('(TS6133)'), isMinor: true },
    ]);
    expect(await childrenOf(process.pid, 'check-types.cjs')).toEqual(compilers);
    expect(compilers).toHaveLength(1);
    expect(found[0]?.message).toMatch(/no exported member 'none'\. \(TS2305\)$/);
  }, 60_000);

  it('finds a text outside of a Text (apps-and-machines.md, row 1), by its type and by what the components do with it, and nothing else', async () => {
    const files = SHOWN.map(([code], index) => ({ path: `app/shown-${index}.tsx`, content: shownFile(code) }));
    checker = new KitTypeChecker(hostDir);
    const found = await checker.check(
      [...APP, ...files],
      files.map(({ path }) => path),
      never,
    );
    const faults = found.filter(({ isMinor }) => isMinor !== true);
    const foundIn = SHOWN.map(([code], index) => {
      const said = faults.filter(({ path }) => path === `app/shown-${index}.tsx`);
      return [code, said.map(({ line, message }) => `${line}: ${message}`)];
    });
    const where = [expect.stringMatching(/^16: .*stands outside of a Text/)];
    expect(foundIn).toEqual(SHOWN.map(([code, isFound]) => [code, isFound ? where : []]));
  }, 60_000);

  it('ends with its deadline, saying so', async () => {
    checker = new KitTypeChecker(hostDir, 100);
    const check = checker.check(APP, PATHS, never);
    await expect(check).rejects.toMatchObject({
      code: 'type_check_unavailable',
      message: expect.stringContaining('more than 0.1 s'),
    });
  }, 60_000);

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    checker = new KitTypeChecker(hostDir);
    const check = checker.check(APP, PATHS, stop.signal);
    setTimeout(() => stop.abort(new Error('cancelled')), 100);
    await expect(check).rejects.toThrow('cancelled');
  }, 60_000);

  it('says so where the kit has no compiler', async () => {
    const bare = await mkdtemp(join(tmpdir(), 'firstlight-types-'));
    checker = new KitTypeChecker(bare);
    await expect(checker.check(APP, PATHS, never)).rejects.toMatchObject({
      code: 'type_check_unavailable',
      message: expect.stringContaining("Cannot find module 'typescript'"),
    });
    await rm(bare, { recursive: true });
  }, 60_000);
});
