/** `recipes` → `recipe`; words that are no English plural stay. */
export const singularOf = (word: string): string => {
  const irregular = IRREGULAR.find(([, plural]) => plural === word.toLowerCase());
  if (irregular) return irregular[0];
  if (/^[A-Z]+S$/.test(word)) return word;
  if (/[^aeiou]ies$/i.test(word)) return word.replace(/ies$/i, 'y');
  if (/zzes$/i.test(word)) return word.slice(0, -3);
  if (/(ch|sh|x|ss|z)es$/i.test(word)) return word.slice(0, -2);
  if (/[^suio]s$/i.test(word)) return word.slice(0, -1);
  return word;
};

/** `recipe` → `recipes`. */
export const pluralOf = (word: string): string => {
  const irregular = IRREGULAR.find(([single]) => single === word.toLowerCase());
  if (irregular) return irregular[1];
  if (!/[a-z]$/i.test(word) || singularOf(word) !== word) return word;
  if (/[^aeiou]y$/i.test(word)) return word.replace(/y$/i, 'ies');
  return /(ch|sh|x|s|z)$/i.test(word) ? `${word}es` : `${word}s`;
};

export const isPlural = (word: string): boolean => singularOf(word) !== word;

/** First letter upper case, the rest as written. */
export const capitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
};

const IRREGULAR: readonly (readonly [string, string])[] = [
  ['person', 'people'],
  ['child', 'children'],
  ['mouse', 'mice'],
  ['knife', 'knives'],
  ['life', 'lives'],
  ['leaf', 'leaves'],
  ['shelf', 'shelves'],
  ['movie', 'movies'],
  ['cookie', 'cookies'],
  ['bus', 'buses'],
  ['series', 'series'],
  ['quiz', 'quizzes'],
];
