import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';

const { standInFor } = createRequire(import.meta.url)('./fast/stand-ins.cjs') as {
  standInFor: (filename: string, isForPages: boolean) => Buffer | undefined;
};

const ALERT = 'node_modules/react-native-web/dist/exports/Alert/index.js';
const JSX = 'node_modules/react/jsx-dev-runtime.js';

describe('what is compiled in place of a module of the kit', () => {
  it.each([
    ['an alert that shows', ALERT, true, 'alertdialog'],
    ['an alert that shows, in a shared site as well', ALERT, false, 'alertdialog'],
    ['elements that know their place, in a development page', JSX, true, 'firstlightPlaces'],
    ['React’s own elements for phones and shared sites', JSX, false, undefined],
    ['nothing for a file of a project', 'projects/todo/app/jsx-dev-runtime.js', true, undefined],
    ['nothing for another package’s file of that name', 'node_modules/preact/jsx-dev-runtime.js', true, undefined],
  ])('is %s', (_, file, isForPages, word) => {
    const source = standInFor(`/kit/${file}`, isForPages)?.toString();
    if (word === undefined) expect(source).toBeUndefined();
    else expect(source).toContain(word);
  });
});
