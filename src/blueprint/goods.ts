import type { KnownEntity } from './lexicon/domain.js';
import table from './lexicon/goods.json' with { type: 'json' };
import { capitalised, singularOf } from './nouns.js';
import type { PromptText } from './prompt-text.js';

/** What a shop sells, in the prompt's own words (`sneakers`, `handmade candles`); undefined where it does not say. */
export const goodsOf = (prompt: PromptText): string | undefined => {
  if (prompt.language !== 'English') return undefined;
  for (const pattern of PATTERNS) {
    const [phrase = ''] = (pattern.exec(prompt.clean)?.[1] ?? '')
      .toLowerCase()
      .split(/\s(?:for|with|in|to|and|at|on|from)\s/);
    const words = phrase.split(/\s+/);
    const kept = words.filter((word) => word !== '' && !FILLERS.test(word)).slice(-2);
    if (kept.length > 0 && kept.join(' ').length <= 24 && !VAGUE.test(kept.at(-1) ?? '')) return kept.join(' ');
  }
  return undefined;
};

/** The shop's products under the names of what it sells; where there are none to show, nobody has ordered any. */
export const stockedWith = (entity: KnownEntity, goods: string): KnownEntity => {
  if (entity.name === 'Order') return NEVER_CLASSIC.test(goods) ? { ...entity, rows: [] } : entity;
  const single = singularOf(goods);
  return {
    ...entity,
    words: [...entity.words, goods],
    fields: entity.fields.map((field) => (field.type === 'choice' ? { ...field, choices: SHELVES } : field)),
    rows: (NEVER_CLASSIC.test(goods) ? [] : entity.rows).map((row, index) =>
      row.map((value, column) => {
        const field = entity.fields[column];
        if (column === 0) return capitalised(`${MAKES[index % MAKES.length] ?? ''} ${single}`);
        if (field?.type === 'choice') return SHELVES[index % SHELVES.length] ?? '';
        return field?.type === 'longtext' ? (WORDS[index % WORDS.length] ?? '') : value;
      }),
    ),
  };
};

const { makes: MAKES, shelves: SHELVES, words: WORDS } = table;
const PATTERNS = table.sold.map((pattern) => new RegExp(pattern, 'i'));
const FILLERS = new RegExp(table.fillers, 'i');
/** There is no classic vegetable. */
const NEVER_CLASSIC = new RegExp(table.neverClassic);
/** Nobody sells an everyday supply. */
const VAGUE = new RegExp(table.vague);
