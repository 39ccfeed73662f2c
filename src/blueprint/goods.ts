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

const NOUNS = String.raw`((?:[a-z][a-z'’-]{0,40}\s){0,2}[a-z][a-z'’-]{0,40})`;
const END = String.raw`(?=\s?(?:$|[.,;:!?()]|\s(?:with|that|where|which|and|for|in|on|to|called|named|online)\b))`;
const PATTERNS = [
  String.raw`\b(?:sell(?:s|ing)?|(?:farmers|people|sellers|vendors|makers|neighbours) (?:can )?list)\s+${NOUNS}${END}`,
  String.raw`\b(?:customers|people|clients|guests|users)\s+(?:can\s+)?(?:order|buy)\s+${NOUNS}${END}`,
  String.raw`\b(?:shop|store|boutique|marketplace|e-?commerce(?: app)?)\s+(?:for|of)\s+(?:buying |selling )?${NOUNS}${END}`,
  String.raw`${NOUNS}\s+(?:shop|store|boutique|marketplace)\b`,
].map((pattern) => new RegExp(pattern, 'i'));

const FILLERS =
  /^(?:an?|the|my|our|your|online|web|mobile|local|small|little|simple|modern|new|me|us|build|create|make|design|app|e-?commerce|general|virtual|digital|luxury|cute|nice|own|with|for|of|and|to|people|everyone|users?|customers?|it|them|things?|stuff|products?|items?|goods|business(?:es)?|company|in|at|on|from|by|home|profile|cart|android|ios|react|native|used|second-hand)$/i;

/** There is no classic vegetable. */
const NEVER_CLASSIC = /(?:vegetable|fruit|bread|egg|cheese|honey|wine|beer|tea|meat|fish|milk|food|song|course)s?$/;

/** Nobody sells an everyday supply. */
const VAGUE =
  /^(?:suppl(?:y|ies)|accessor(?:y|ies)|equipment|gear|tickets?|services?|articles?|hardware|furniture|food|groceries|devices?|electronics|clothing|clothes|parts?|books?|plants?|cars?|vehicles?|houses?|apartments?)$/;

const { makes: MAKES, shelves: SHELVES, words: WORDS } = table;
