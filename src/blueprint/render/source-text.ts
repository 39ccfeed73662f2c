/** A text as a string literal that is safe in TypeScript and, in braces, in JSX: quotes, line ends and odd characters are escaped. */
export const literal = (value: string | number | boolean): string =>
  JSON.stringify(value).replaceAll(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped);

/** Joins the parts that are there, one a line. */
export const lines = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined).join('\n');

/** Names in one import, sorted as a linter likes them. */
export const importOf = (names: readonly string[], from: string): string => {
  const sorted = [...new Set(names)].sort((a, b) => bare(a).localeCompare(bare(b), 'en'));
  const short = `import { ${sorted.join(', ')} } from "${from}";`;
  return short.length <= 80 ? short : `import {\n${sorted.map((name) => `  ${name},`).join('\n')}\n} from "${from}";`;
};

const bare = (name: string): string => name.replace(/^type /, '');

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
