import { authorName } from '../ui/format.js';
import { type Chapter, type Frame, frameAt, type FrameNews } from './history.js';

/** What happened, in a sentence without a full stop: "Workouts and Goals screens added", "Ada changed the screen Home". */
export function captionOf(frame: Frame, frames: readonly Frame[]): string {
  const { news } = frame;
  switch (news.kind) {
    case 'plan':
      return `The plan of ${news.plan.app_name}`;
    case 'first-light':
      return news.screens.length > 0
        ? `First light: the app runs, with ${listed(news.screens)}`
        : 'First light: the app runs';
    case 'screens':
      return `${listed(news.screens)} ${news.screens.length > 1 ? 'screens' : 'screen'} added`;
    case 'finished':
      return `${news.appName} is finished`;
    case 'revised':
      return `${people(frame.who)} asked: “${shortened(news.instruction)}”`;
    case 'stopped':
      return news.why === 'failed' ? 'The run stopped with an error' : 'The run was cancelled';
    case 'edited':
      return `${people(frame.who)} changed ${changed(news.paths)}`;
    case 'restored':
      return restoredCaption(frame, news, frames);
    case 'forked':
      return `Forked from ${news.from.project_id}`;
  }
}

/** What a chapter is called in the list. */
export function chapterTitle({ kind, title, who, outcome }: Chapter): string {
  const ending = outcome === 'failed' ? ' (stopped with an error)' : outcome === 'cancelled' ? ' (cancelled)' : '';
  switch (kind) {
    case 'run':
    case 'revision':
      return `“${shortened(title ?? '')}”${ending}`;
    case 'fork':
      return `Forked${ending}`;
    case 'edit':
      return `${people(who)} edited`;
    case 'restore':
      return `${people(who)} restored an earlier version`;
  }
}

/** "Ada and bob"; "Somebody" where no name was given. */
export function people(authors: readonly string[]): string {
  const names = listed([...new Set(authors.map(authorName))]) || authorName('anonymous');
  return names.charAt(0).toUpperCase() + names.slice(1);
}

/** What a path is in the app: "the screen workouts", "the component chip-row", "lib/kinds.ts". */
export function placeOf(path: string): string {
  const [, screen] = /^app\/(.+)\.[jt]sx?$/.exec(path) ?? [];
  if (screen !== undefined) return screenName(screen);
  const [, component] = /^components\/(.+)\.[jt]sx?$/.exec(path) ?? [];
  return component === undefined ? path : `the component ${component}`;
}

/** "Home", "Home and Goals", "Home, Goals and 2 more". */
export function listed(names: readonly string[]): string {
  if (names.length > MOST_NAMED)
    return `${names.slice(0, MOST_NAMED - 1).join(', ')} and ${names.length - MOST_NAMED + 1} more`;
  const [last = ''] = names.slice(-1);
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const MOST_NAMED = 4;
const LONGEST_QUOTE = 120;

function screenName(route: string): string {
  const segments = route.split('/').filter((segment) => !/^\(.+\)$/.test(segment));
  const last = segments.at(-1) ?? '';
  if (last === '_layout') return 'the navigation';
  if (last === '+not-found') return 'the page for unknown addresses';
  const names = segments.filter((segment) => segment !== 'index').map((segment) => segment.replace(/^\[(.+)\]$/, '$1'));
  return names.length === 0 ? 'the home screen' : `the screen ${names.join('/')}`;
}

function changed(paths: readonly string[]): string {
  const [from, to] = paths;
  return paths.length === 1 && from !== undefined ? placeOf(from) : `${from ?? ''} to ${to ?? ''}`;
}

function restoredCaption(
  frame: Frame,
  { toSeq }: Extract<FrameNews, { kind: 'restored' }>,
  frames: readonly Frame[],
): string {
  const earlier = frameAt(frames, toSeq);
  const was = earlier && earlier.seq < frame.seq ? `: ${captionOf(earlier, [])}` : '';
  return `${people(frame.who)} went back${was}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : line;
}
