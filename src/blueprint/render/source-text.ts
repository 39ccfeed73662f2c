/** A text as a string literal that is safe in TypeScript and, in braces, in JSX: quotes, line ends and odd characters are escaped. */
export const literal = (value: string | number | boolean): string =>
  JSON.stringify(value).replaceAll(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped);

/** Joins the parts that are there, one a line. */
export const lines = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined).join('\n');

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
