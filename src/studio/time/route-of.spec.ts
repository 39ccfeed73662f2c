import { expect, it } from '@jest/globals';
import type { FrameNews } from './history.js';
import { routeOf } from './route-of.js';

const SCREENS: FrameNews = { kind: 'screens', screens: ['Goals'] };

it.each<[string, FrameNews, readonly string[]]>([
  ['/goals', SCREENS, ['app/(tabs)/_layout.tsx', 'app/(tabs)/goals.tsx', 'lib/kinds.ts']],
  ['/workouts/edit', SCREENS, ['app/workouts/edit.tsx']],
  ['/', SCREENS, ['app/workouts/[id].tsx', 'components/detail-line.tsx']],
  ['/', SCREENS, ['app/(tabs)/index.tsx']],
  ['/', SCREENS, ['app/+not-found.tsx']],
  ['/goals', { kind: 'revised', instruction: 'Make goals blue' }, ['app/goals/index.tsx']],
  ['/goals', { kind: 'edited', paths: ['app/goals.tsx'] }, ['app/goals.tsx']],
  ['/', { kind: 'finished', appName: 'Fit' }, ['app/goals.tsx']],
])('opens %s after %j with %j', (route, news, paths) => {
  expect(routeOf({ seq: 1, at: '', chapter: 0, who: [], trouble: undefined, news, paths })).toBe(route);
});
