/** Whether the text in front of a colour ends as `in` or `en`, or as `theme: dark navy and`: with a word of design, then only joining words. */
export const saysTheme = (before: string): boolean => {
  const tokens = before.toLowerCase().match(/[\p{L}\d#]+|\S/gu) ?? [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] ?? '';
    if (
      IN.has(token) ||
      DESIGN.test(token) ||
      (USE.has(token) && isCommand(tokens[at - 1])) ||
      (token === 'it' && tokens[at - 1] === 'make')
    )
      return true;
    if (!isJoiner(token, tokens[at + 1])) return false;
  }
  return false;
};

const IN = new Set(['in', 'en']);

const USE = new Set(['use', 'using', 'verwende', 'nutze', 'usa', 'utilise']);

/** `Use burgundy and cream.` at the beginning of a sentence, not `people use red tokens`. */
const isCommand = (before: string | undefined): boolean =>
  before === undefined || /^(?:[.;:!?,()–-]|please|and|should|bitte)$/.test(before);

const DESIGN =
  /(?:theme|colou?rs?|palette|design|style|scheme|farben?|farbschema|couleurs?|colores|colori|cores|kleuren|brand)$/;

/** In front of "and" stands any word: it is another colour. */
const isJoiner = (token: string, next: string | undefined): boolean =>
  JOINERS.has(token) || JOINS.has(next ?? '') || (token === 'shades' && next === 'of');

const JOINERS = new Set('is are : = of and a the dark light bright deep soft , / und y et e'.split(' '));

const JOINS = new Set(['and', 'und', 'y', 'et', 'e']);
