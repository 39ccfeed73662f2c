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
  ['cream|sand|eggshell', '#f3eadb'],
  ['champagne', '#f7e7ce'],
  ['platinum', '#e5e4e2'],
  ['mocha|taupe', '#a38068'],
  ['lilac|mauve', '#c8a2c8'],
  ['burnt sienna', '#e97451'],
  ['burnt orange', '#cc5500'],
  ['sunlight|lemon', '#ffe87c'],
  ['peach', '#ffdab9'],
  ['apricot', '#fbceb1'],
  ['baby blue', '#89cff0'],
  ['cobalt', '#0047ab'],
  ['green|grün|verde|vert', '#238a4e'],
  ['blue|blau|azul|bleu|blu', '#2563c9'],
  ['charcoal|anthracite', '#2f343b'],
  ['gray|grey|grau|gris|grigio|cinza', '#6b7280'],
  ['weiß|weiss|blanco|blanc|bianco|branco', '#ffffff'],
  ['black|schwarz|negro|noir|nero|preto', '#0b0b0d'],
];

/** Words before a colour that change how light it is: towards white, or towards black. The rest say nothing that can be counted on. */
export const SHADES: readonly (readonly [words: RegExp, towards: '#ffffff' | '#000000' | undefined, share: number])[] =
  [
    [/^(?:light|pale|soft|pastel|faint|ice|icy|powder|baby|frosty?)$/i, '#ffffff', 0.62],
    [/^(?:dark|midnight)$/i, '#000000', 0.4],
    [/^(?:bright|vivid|warm|cool|muted|dusty|rich|deep|off|feather|frost|daisy|snow|cloud|pearl)$/i, undefined, 0],
  ];
