/** Whether the text in front of a colour ends as `in`, or as `theme: dark navy and`: with a word of design, then only joining words. */
export const saysTheme = (before: string): boolean => {
  const tokens = before.toLowerCase().match(/[\p{L}\d#]+|\S/gu) ?? [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] ?? '';
    if (token === 'in' || DESIGN.test(token)) return true;
    if (!isJoiner(token, tokens[at + 1])) return false;
  }
  return false;
};

const DESIGN = /(?:theme|colou?rs?|palette|design|style|scheme|farben|brand)$/;

/** In front of "and" stands any word: it is another colour. */
const isJoiner = (token: string, next: string | undefined): boolean =>
  JOINERS.has(token) || next === 'and' || (token === 'shades' && next === 'of');

const JOINERS = new Set('is are : = of and a the dark light bright deep soft , und'.split(' '));
