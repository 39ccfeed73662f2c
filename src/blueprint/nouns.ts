import pluralize from 'pluralize';

/** `recipes` → `recipe`, of several words the last; words that are no English plural stay. */
export const singularOf = (text: string): string =>
  text.replace(LAST_WORD, (word) =>
    isInitials(word) ? word.replace(/(?<=[A-Z]{2})s$/, '') : pluralize.singular(word) || word,
  );

/** `recipe` → `recipes`, `URL` → `URLs`. */
export const pluralOf = (text: string): string =>
  text.replace(LAST_WORD, (word) => (isInitials(word) ? word.replace(/(?<=[A-Z])$/, 's') : pluralize.plural(word)));

const LAST_WORD = /(?<![a-z])[a-z]+$/i;

/** `URL`, `URLs` */
export const isInitials = (word: string): boolean => /^[A-Z]{2,}s?$/.test(word);

export const isPlural = (word: string): boolean => singularOf(word) !== word;

/** First letter upper case, the rest as written. */
export const capitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
};

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
