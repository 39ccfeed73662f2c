import names from './colour-names.json' with { type: 'json' };
import table from './colour-words.json' with { type: 'json' };

/**
 * Names of colours that CSS lacks, has in another language, or means more glaringly than people do; every other name is
 * CSS's (https://www.w3.org/TR/css-color-4/#named-colors).
 */
export const COLOUR_WORDS: readonly (readonly [string, string])[] = Object.entries(table);

/** Colours that are things as well (`caramel`), from color-name-list 14.51.0 (MIT): only a sentence about the design means them. */
export const THINGS_TOO: ReadonlyMap<string, string> = new Map(Object.entries(names));

/** Words before a colour that change how light it is: towards white, or towards black. The rest say nothing that can be counted on. */
export const SHADES: readonly (readonly [words: RegExp, towards: '#ffffff' | '#000000' | undefined, share: number])[] =
  [
    [/^(?:light|pale|soft|pastel|faint|ice|icy|powder|baby|frosty?)$/i, '#ffffff', 0.62],
    [/^(?:dark|midnight)$/i, '#000000', 0.4],
    [/^(?:bright|vivid|warm|cool|muted|dusty|rich|deep|off|feather|frost|daisy|dust|snow|cloud|pearl)$/i, undefined, 0],
  ];
