import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FolderWorkspace } from '../../src/effects/workspace/folder-workspace.js';
import { testGate } from '../support/gate.js';
import { FileRefused, PathRefused, previewLabel } from '../../src/effects/workspace/workspace.port.js';

const gate = testGate();
/** One table that holds nothing: the smallest that passes. */
const FONT = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 1]), Buffer.alloc(22)]);

describe('the workspace', () => {
  let hostDir: string;
  let workspace: FolderWorkspace;
  const inProject = (id: string, path: string): string => join(hostDir, 'projects', previewLabel(id), path);

  beforeEach(async () => {
    hostDir = await mkdtemp(join(tmpdir(), 'firstlight-'));
    workspace = new FolderWorkspace(hostDir, gate);
  });

  afterEach(() => rm(hostDir, { recursive: true, force: true }));

  it('writes files into the folder of the project’s label and says which changed', async () => {
    const changed = await workspace.write('My_App', [
      { path: 'app/index.tsx', content: 'one' },
      { path: 'assets/logo.ttf', content: FONT },
    ]);
    expect(changed).toEqual(['app/index.tsx', 'assets/logo.ttf']);
    expect(await readFile(inProject('My_App', 'app/index.tsx'), 'utf8')).toBe('one');
    expect(await readFile(inProject('My_App', 'assets/logo.ttf'))).toEqual(FONT);
  });

  it('writes the last of several files with one path', async () => {
    const files = Array.from({ length: 20 }, (_, n) => ({ path: 'app/index.tsx', content: `${n}` }));
    expect(await workspace.write('p', files)).toEqual(['app/index.tsx']);
    expect(await readFile(inProject('p', 'app/index.tsx'), 'utf8')).toBe('19');
  });

  it('is rebuilt to hold exactly the given files, and says how it differed', async () => {
    const files = [
      { path: 'app/index.tsx', content: 'home' },
      { path: 'assets/logo.ttf', content: FONT },
      { path: 'lib/store.ts', content: 'store' },
    ];
    await workspace.rebuild('p', files);
    await writeFile(inProject('p', 'app/index.tsx'), 'damaged');
    await rm(inProject('p', 'lib/store.ts'));
    await writeFile(inProject('p', 'app/extra.tsx'), '');
    await writeFile(inProject('p', 'index.js'), 'an entry file is none of the app’s');
    const difference = { missing: ['lib/store.ts'], changed: ['app/index.tsx'], extra: ['app/extra.tsx'] };
    expect(await workspace.rebuild('p', files)).toEqual({
      folder: inProject('p', '').replace(/\/$/, ''),
      ...difference,
    });
    expect(await readFile(inProject('p', 'app/index.tsx'), 'utf8')).toBe('home');
    expect(await readdir(inProject('p', 'app'))).toEqual(['index.tsx']);
    expect(await readdir(inProject('p', ''))).toContain('index.js');
    await expect(workspace.rebuild('p', [{ path: '../out.tsx', content: '' }])).rejects.toThrow(PathRefused);
  });

  it('is rebuilt as often at once as anybody likes, its own folder and those apart', async () => {
    const files = Array.from({ length: 12 }, (_, n) => ({ path: `app/screen-${n}.tsx`, content: `screen ${n}` }));
    await workspace.rebuild('p', files);
    const apart = join(hostDir, 'apart');
    for (const damaged of [inProject('p', ''), apart]) {
      await mkdir(join(damaged, 'app/more'), { recursive: true });
      await Promise.all(files.map(({ path }) => writeFile(join(damaged, path), 'damaged')));
      for (let n = 0; n < 12; n++) await writeFile(join(damaged, `app/more/extra-${n}.tsx`), '');
    }
    const targets = [{}, { folder: apart }];
    const rebuilt = await Promise.all(
      Array.from({ length: 16 }, (_, n) => workspace.rebuild('p', files, targets[n % 2] ?? {})),
    );
    expect(rebuilt.map(({ changed, extra }) => changed.length + extra.length).sort()).toEqual([
      ...Array.from({ length: 14 }, () => 0),
      24,
      24,
    ]);
    expect((await readdir(join(apart, 'app'))).sort()).toEqual(
      [...files.map(({ path }) => path.slice(4)), 'more'].sort(),
    );
  });

  it('leaves identical content alone', async () => {
    await workspace.write('p', [{ path: 'app/index.tsx', content: 'same' }]);
    const before = await stat(inProject('p', 'app/index.tsx'));
    const changed = await workspace.write('p', [
      { path: 'app/index.tsx', content: 'same' },
      { path: 'lib/new.ts', content: 'fresh' },
    ]);
    expect(changed).toEqual(['lib/new.ts']);
    expect((await stat(inProject('p', 'app/index.tsx'))).ino).toBe(before.ino);
  });

  it('leaves no staged file behind, however many writers there are', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => workspace.write('p', [{ path: 'app/index.tsx', content: `version_${n}` }])),
    );
    expect(await readFile(inProject('p', 'app/index.tsx'), 'utf8')).toMatch(/^version_\d+$/);
    expect(await readdir(join(hostDir, 'staging'))).toEqual([]);
  });

  it('writes nothing of a batch that holds a refused path', async () => {
    const files = [
      { path: 'app/index.tsx', content: 'fine' },
      { path: '../../other/app/index.tsx', content: 'not' },
    ];
    await expect(workspace.write('p', files)).rejects.toThrow(PathRefused);
    await workspace.create('p');
    expect(await readdir(inProject('p', '.'))).toEqual([]);
  });

  it('writes nothing of a batch that holds an import of another project', async () => {
    const files = [
      { path: 'lib/fine.ts', content: 'export const a = 1;' },
      { path: 'app/index.tsx', content: "export { default } from '../../other/app/index';" },
    ];
    await expect(workspace.write('p', files)).rejects.toThrow(FileRefused);
    await workspace.create('p');
    expect(await readdir(inProject('p', '.'))).toEqual([]);
  });

  it('does not follow a symbolic link out of the project, neither to write nor to delete', async () => {
    const outside = join(hostDir, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'victim.ts'), 'untouched');
    await workspace.create('p');
    await symlink(outside, inProject('p', 'lib'));
    await expect(workspace.write('p', [{ path: 'lib/victim.ts', content: 'x' }])).rejects.toThrow(PathRefused);
    await expect(workspace.remove('p', ['lib/victim.ts'])).rejects.toThrow(PathRefused);
    expect(await readFile(join(outside, 'victim.ts'), 'utf8')).toBe('untouched');
  });

  it('deletes files, missing ones too', async () => {
    await workspace.write('p', [{ path: 'app/old.tsx', content: 'x' }]);
    await workspace.remove('p', ['app/old.tsx', 'app/never-was.tsx']);
    expect(await readdir(inProject('p', 'app'))).toEqual([]);
  });

  it('keeps what is there when a project is created again', async () => {
    await workspace.write('p', [{ path: 'app/index.tsx', content: 'kept' }]);
    await workspace.create('p');
    expect(await readFile(inProject('p', 'app/index.tsx'), 'utf8')).toBe('kept');
  });
});
