/** What people and other icon sets call these icons. */
const ALIASES: Readonly<Record<string, string>> = {
  dog: 'paw', cat: 'paw', pet: 'paw', animal: 'paw', user: 'people', person: 'people', group: 'people', contact: 'people', money: 'cash',
  dollar: 'cash', euro: 'cash', clock: 'time', timer: 'time', alarm: 'time', stopwatch: 'time', map: 'location', pin: 'location', place: 'location',
  home: 'bed', house: 'bed', plant: 'leaf', tree: 'leaf', food: 'restaurant', meal: 'restaurant', recipe: 'restaurant', cutlery: 'restaurant',
  gym: 'barbell', dumbbell: 'barbell', workout: 'barbell', exercise: 'fitness', music: 'musical', song: 'musical', note: 'list', document: 'list',
  task: 'checkmark', todo: 'checkmark', check: 'checkmark', shop: 'cart', basket: 'cart', bag: 'cart', tag: 'pricetag', label: 'pricetag',
  movie: 'film', video: 'film', tv: 'film', photo: 'camera', image: 'camera', message: 'chatbubble', chat: 'chatbubble', comment: 'chatbubble',
  award: 'trophy', medal: 'ribbon', run: 'walk', bike: 'bicycle', drop: 'water', drink: 'water', pill: 'medkit', health: 'medkit', idea: 'bulb',
  box: 'cube', package: 'cube', work: 'briefcase', sleep: 'bed', study: 'school', game: 'game', gamepad: 'game', date: 'calendar', event: 'calendar',
}; // prettier-ignore

/** The icon in `known` that is closest to `wanted`: by the same word, then by a synonym, then by the share of common letter pairs. */
export function nearestIcon<Icon extends string>(wanted: string, known: readonly [Icon, ...Icon[]]): Icon {
  const words = wordsOf(wanted);
  const meant = [...words, ...words.flatMap((word) => ALIASES[word] ?? [])];
  const ranked = known.map((icon) => ({ icon, score: scoreOf(wordsOf(icon), meant) }));
  return ranked.reduce((best, each) => (each.score > best.score ? each : best)).icon;
}

/** `ios-musical-note`, `MusicalNotes` and `musical_notes-outline` all give musical and note(s). */
function wordsOf(name: string): readonly string[] {
  const words = name
    .slice(0, 60)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g);
  return (words ?? []).filter((word) => !['outline', 'sharp', 'ios', 'md', 'icon', 'fa'].includes(word));
}

function scoreOf(icon: readonly string[], meant: readonly string[]): number {
  const same = icon.filter((word) => meant.some((other) => singular(other) === singular(word))).length;
  return same * 10 + pairsInCommon(icon.join(''), meant.join(''));
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** Dice coefficient of the letter pairs, from 0 to 1. */
function pairsInCommon(first: string, second: string): number {
  const [one, two] = [pairsOf(first), pairsOf(second)];
  const shared = [...one].filter((pair) => two.has(pair)).length;
  return (2 * shared) / Math.max(1, one.size + two.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
