/**
 * Names of colours that CSS lacks, has in another language, or means more glaringly than people do; every other name is
 * CSS's (https://www.w3.org/TR/css-color-4/#named-colors).
 */
export const COLOUR_WORDS: readonly (readonly [string, string])[] = [
  ['navy blue|dunkelblau|azul marino|bleu marine', '#000080'],
  ['hellblau|celeste', '#87ceeb'],
  ['türkis|turquesa', '#40e0d0'],
  ['dunkelgrün', '#006400'],
  ['mint|mint green|sage', '#3f9c7d'],
  ['emerald', '#0f9d6b'],
  ['purple|violet|lila|violett|morado|púrpura|viola|roxo', '#7a3fc4'],
  ['pink|rosa|rose', '#d6467f'],
  ['burgundy|wine red|bordeaux', '#7d1f3c'],
  ['terracotta|rust', '#b3543a'],
  ['golden', '#daa520'],
  ['amber', '#d08a0c'],
  ['yellow|gelb|amarillo|jaune|giallo|amarelo', '#e0b400'],
  ['orange|naranja|arancione|laranja', '#e2711d'],
  ['red|rot|rojo|rouge|rosso|vermelho', '#cc2f33'],
  ['brown|braun|marrón|marron', '#7a4f34'],
  ['cream|sand', '#f3eadb'],
  ['green|grün|verde|vert', '#238a4e'],
  ['blue|blau|azul|bleu|blu', '#2563c9'],
  ['charcoal|anthracite', '#2f343b'],
  ['gray|grey|grau|gris|grigio|cinza', '#6b7280'],
  ['weiß|weiss|blanco|blanc|bianco|branco', '#ffffff'],
  ['black|schwarz|negro|noir|nero|preto', '#0b0b0d'],
];
