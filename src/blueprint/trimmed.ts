/** The text without these characters at its end. An expression with `+$` would try each of their runs anew. */
export const trimmedEnd = (text: string, characters: string): string => {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** The text without these characters at either end. */
export const trimmed = (text: string, characters: string): string => {
  const ended = trimmedEnd(text, characters);
  let start = 0;
  while (start < ended.length && characters.includes(ended.charAt(start))) start += 1;
  return ended.slice(start);
};
