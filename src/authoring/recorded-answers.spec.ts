import { describe, expect, it } from '@jest/globals';
import { CHOIR, RECORDED_APPS, recordedText as textOf, replayed } from '../../test/support/recorded-apps.js';
import { fileOf } from '../blueprint/render/app-stage.js';
import { importablePaths, wholeApp } from '../blueprint/whole-app.js';
import { resolveImport } from '../../test/support/generated-app.js';
import { taggedParts } from './answer/tagged-parts.js';

describe.each(RECORDED_APPS)('the recorded answers to “$prompt”', (recorded) => {
  const { plan, screens } = replayed(recorded);

  it('are read to the letter, each at the first time', () => {
    for (const { path, content, text } of screens) {
      expect(text).toContain(`<file path="${path}">\n${content.trimEnd()}\n</file>`);
    }
  });

  it('give an app with every screen that the plan speaks of, and no other', () => {
    const paths = plan.screens.map(fileOf);
    expect(plan.screens.filter(({ brief }) => brief === undefined)).toEqual([]);
    expect(screens.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    const app = wholeApp(plan, screens, { isFinished: true });
    for (const { path, content } of screens.filter((screen) => paths.includes(screen.path))) {
      expect(app.find((file) => file.path === path)?.content).toBe(content);
    }
  });

  it('import nothing that the app has not, what it was once offered included', () => {
    const written = screens.filter(({ path }) => plan.screens.some((screen) => fileOf(screen) === path));
    const files = new Map(wholeApp(plan, written, { isFinished: true }).map((file) => [file.path, file.content]));
    const missing = written.flatMap(({ path, content }) =>
      [...content.matchAll(/from "(\.[^"]+)"/g)].flatMap(([, specifier = '']) =>
        resolveImport(files, path, specifier) === undefined ? [`${path}: ${specifier}`] : [],
      ),
    );
    expect(missing).toEqual([]);
    for (const path of files.keys()) expect([...importablePaths(plan)]).toContain(path);
  });
});

describe('the choir’s app as it was recorded', () => {
  const { plan } = replayed(CHOIR);

  it('keeps the lines of its lyrics', () => {
    const lyrics = plan.entities.find(({ name }) => name === 'Song')?.samples.map((song) => String(song['lyrics']));
    expect(lyrics?.[0]).toContain('Lacrimosa dies illa,\nqua resurget ex favilla\njudicandus homo reus.\n\nHuic ergo');
    const samples = wholeApp(plan).find(({ path }) => path === 'lib/samples.ts')?.content ?? '';
    expect(samples).toContain('Lacrimosa dies illa,\\nqua resurget');
  });

  it('is burgundy and cream, as its prompt says', () => {
    expect(plan.theme.light).toMatchObject({ primary: '#7d1f3c', background: '#f3eadb' });
  });

  it.each([29, 30, 31])('is changed by edits that are whole (%d)', (number) => {
    const text = textOf(number);
    const { edits } = taggedParts(text);
    expect(edits.filter(({ isWhole }) => !isWhole)).toEqual([]);
    const blocks = edits.reduce((sum, { replacements }) => sum + replacements.length, 0);
    expect(blocks).toBe(text.split('<<<<<<< SEARCH').length - 1);
    expect(edits).toHaveLength(text.split('<edit path=').length - 1);
  });
});

it('the game’s and the drum machine’s numbers are not summed up: nobody asked for a total', () => {
  for (const recorded of RECORDED_APPS) {
    const fields = replayed(recorded).plan.entities.flatMap((entity) => entity.fields);
    expect(fields.filter(({ summary }) => summary !== undefined)).toEqual([]);
  }
});
