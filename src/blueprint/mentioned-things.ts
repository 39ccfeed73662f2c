import { askedAbilities, askedActions } from './asked-abilities.js';
import { saysAny } from './functions/thing-data.js';
import relations from './lexicon/relations.json' with { type: 'json' };
import requestWords from './lexicon/request-words.json' with { type: 'json' };
import { isPlural, pluralOf, singularOf } from './nouns.js';
import { onceEach } from './once-each.js';
import { isLong, wordsOf, type PromptText } from './prompt-text.js';
import { isAmong, isMassNoun, nounIn, recordOfDoing } from './request-nouns.js';
import { subjectOf } from './subject.js';
import { trimmed } from './trimmed.js';

/** The things a prompt lists (`workouts, meals and sleep`), in its order, without articles and adjectives. */
export const listedThings = onceEach((prompt: PromptText): readonly string[] => {
  const things: string[] = [];
  const isEnglish = prompt.language === 'English';
  const lists = [
    ...prompt.clean.matchAll(COLON_LISTS),
    ...prompt.clean.matchAll(LISTS),
    ...(isLong(prompt) ? [] : subjectOf(prompt).said.replace(KEEPS, '').matchAll(PAIRS)),
  ];
  for (const { index, 1: cue = '', 2: list = '' } of lists) {
    // Who something is shared or done with is nobody of whom records are kept.
    const isWithWhom = saysAny(list, relations['with whom']);
    if (isWithWhom && saysAny(prompt.clean.slice(0, index), relations['done with'])) continue;
    const parts = list
      .split(/\s?(?:,|;|&(?=\s)|\+|\s(?:and|or|plus|und|oder|sowie|y|et|ou|e|и)\s)\s?/iu)
      .map((part) =>
        isEnglish ? nounIn(bareThing(part.split(BEYOND_THE_OBJECT)[0] ?? ''), prompt.clean) : bareThing(part),
      );
    if (parts.length === 1 && AUDIENCE.test(cue)) continue;
    // Behind a colon, anything but plurals tells of what stood before it; what stands alone may be no list.
    const named = parts.filter((part) => isPlural(part) || isMassNoun(part)).length;
    if (isEnglish && ((cue === ':' && named * 2 < parts.length) || (cue === '' && named < parts.length))) continue;
    things.push(
      ...parts.filter(
        (part) =>
          part !== '' &&
          part.split(' ').length <= 3 &&
          (cue !== ':' || !isEnglish || isPlural(part) || isMassNoun(part)),
      ),
    );
  }
  if (!isLong(prompt)) return [...new Set([...things, ...managedPeople(prompt), ...ofClubs(prompt)])];
  if (prompt.language === 'English') things.push(...thingsOfAbilities(prompt), ...managedPeople(prompt));
  const unique = [...new Set(things)];
  // A long request says again what matters.
  const count = (thing: string): number => things.filter((one) => one === thing).length;
  return unique.toSorted((a, b) => Number(isRemark(a)) - Number(isRemark(b)) || count(b) - count(a));
});

/** What is said about other things comes after them. */
export const isRemark = (thing: string): boolean =>
  /(?:comment|repl(?:y|ie)|review|rating|message|invitation|feedback|like)s?$/i.test(thing);

/** A book club has books, a recipe swap recipes. */
const ofClubs = ({ clean }: PromptText): readonly string[] =>
  [...clean.matchAll(CLUBS)].map(([, shared = '']) => pluralOf(shared.toLowerCase()));

const CLUBS = new RegExp(requestWords.clubs, 'gi');

/** People of whom records are kept, not those who use the app: `student management`, `view and edit teachers`, and in a short one `my guitar students`. */
export const managedPeople = (prompt: PromptText): readonly string[] =>
  [...prompt.clean.matchAll(MANAGED), ...(isLong(prompt) ? [] : prompt.clean.matchAll(MY_PEOPLE))]
    .filter(([said]) => !/^users? (?:registration|check-in|profiles)/i.test(said))
    .map(([, behind, before]) => pluralOf((behind ?? before ?? '').toLowerCase()));

const PEOPLE =
  '(user|form|visitor|guest|resident|student|teacher|customer|client|employee|member|patient|parent|applications|apps)s?';
const MANAGED = new RegExp(
  `(?:manag(?:e|es|ing)|publish(?:ing)?|list|add(?:ing)?|regist(?:er|ering)|maintain(?:ing)?|enrol\\w*) (?:(?:all|of|the|your|and|edit|delete|new) )*(?:[A-Z]\\w+ )?${PEOPLE}\\b|\\b${PEOPLE} (?:management|registration|check-in|profiles|records|lists?|accounts|information (?:management|entry))`,
  'gi',
);

const MY_PEOPLE = new RegExp(requestWords['my people'], 'gi');

/** What abilities are about: of `select the images to compare` it is the images. */
const thingsOfAbilities = (prompt: PromptText): readonly string[] => {
  const actions = new Set(askedActions(prompt));
  const objects = askedAbilities(prompt).flatMap((ability) => {
    const [head = ''] = ability.split(BEYOND_THE_OBJECT);
    const [verb = ''] = wordsOf(ability);
    return (
      recordOfDoing(verb) ??
      nounIn(bareThing(actions.has(ability) && !isLoneNoun(head) ? head.replace(/^\S+\s?/, '') : head), prompt.clean)
    );
  });
  const managed = [
    ...prompt.clean.matchAll(
      /\b((?:(?!(?:and|or|have|also|with|for|of|as|the|an?|such|includ\w+)\b)[a-z]+ ){1,2})management\b/gi,
    ),
  ].flatMap(([phrase], index) =>
    index === 0 && prompt.clean.indexOf(phrase) < HEAD ? [] : [nounIn(bareThing(phrase), prompt.clean)],
  );
  return [...objects, ...managed, ...managed].filter((thing) => thing !== '' && thing.split(' ').length <= 3);
};

/** Of `play songs, artists or albums` the last two have no verb of their own. */
const isLoneNoun = (words: string): boolean => !words.includes(' ') && isPlural(words);

/** `A logistics management app` keeps no logistics. */
const HEAD = 60;

const BEYOND_THE_OBJECT =
  /\s(?:to|through|with|without|for|in|on|by|of|from|at|about|based|using|according|between|into|within|via|such as|including|that|which|who|when|where)\s/i;

const CUES =
  'tracks?|tracking|manages?|managing|logs?|logging|records?|recording|organi[sz]es?|organi[sz]ing|saves?|saving|stores?|storing|lists?|listing|collects?|collecting|catalogu?es?|cataloging|browses?|browsing|plans?|planning|monitors?|monitoring|includes?|including|features?|featuring|contains?|screens?(?: for)?|pages?(?: for)?|tabs?(?: for)?|sections?(?: for)?|with|of|for|about|mit|für|con|para|avec|pour|met|com|с|для';

/** A cue, then everything up to the end of the clause. */
const LISTS = new RegExp(
  `(?<![\\p{L}\\p{N}])(${CUES})(?:: ?| )([^\\s.!?;:(){}][^.!?;:(){}\\n]*?)(?=$|[.!?;:(){}\\n]|\\s(?:${CUES}|so|by|in|on|at|using|that|which|where|when|while|to|from|into|as|per|like|such)\\s)`,
  'giu',
);

/** `An app for my band: songs, gigs and members`. */
const COLON_LISTS = /(:) ([^\s.!?;:(){}][^.!?;:(){}\n]*(?:,|\s(?:and|und|y|et|e)\s)[^.!?;:(){}\n]+)/giu;

/** `quilt patterns and fabrics`: a list with no word before it. */
const PAIRS = /^()(?:\p{L}+(?:['’]s|s['’]) )?((?:.+,\s)?.+\s(?:&|and|und|y|et|e)\s.+)$/giu;

/** A list of books keeps books, a `journal de lecture` what was read. */
export const KEEPS =
  /^(?:(?:list|collection|log|diary|journal|map|calendar|gallery|archive|catalog(?:ue)?) of |(?:liste|suivi|journal|carnet|cahier|registre|lista|diario|cuaderno|registro|elenco|quaderno|diário|caderno) (?:d[aeiou]l{0,2}[aes]? |d['’])?(?!of )(?=\p{L}))/iu;

/** What follows these alone is who the app is for, not what it keeps. */
const AUDIENCE = /^(?:for|für|para|pour|для|of)$/i;

const bareThing = (part: string): string =>
  trimmed(
    part
      .replaceAll(/["“”«»„「」`<>=*_#\\^~$@[\]|]+/g, ' ')
      .replaceAll(
        /(?<![\p{L}\p{N}-])(?:a|an|the|my|our|your|their|his|her|its|all|some|any|every|each|daily|weekly|monthly|different|various|multiple|many|new|own|other|others|personal|simple|basic|custom|recommended|upcoming|available|popular|latest|current|detailed|relevant|related|recent|pdf|csv|excel|jpeg|corresponding|assigned|specific|certain|interesting|favou?rite|user|users|people|also|screens?|pages?|tabs?|sections?|views?|eine?[nmrs]?|der|die|das|den|meine?[nrm]?|una?|el|la|los|las|mis?|une?|le|les|des|mes|mon|ma)(?![\p{L}\p{N}-])/giu,
        ' ',
      )
      .replaceAll(/\s+/g, ' '),
    " '’&+-",
  )
    .replace(CUE_AT_START, '')
    .replace(SCRAPS_AT_START, '');

/** `and hotels` are hotels, `three columns` columns. */
const SCRAPS_AT_START =
  /^(?:(?:and|or|und|y|et|also|then|plus|one|two|three|four|five|six|seven|eight|nine|ten|\d+|verwalten|planen|sehen|finden|beheren|plannen|bijhouden|\p{L}{3,}(?:[aei]r|[aei]re|oir)(?= (?:\p{L}|de )+)) )+/iu;

const CUE_AT_START = new RegExp(`^(?:${CUES})\\s+`, 'iu');

/** Words that name no record even where a list holds them, or none in such a prompt: `text boxes`, `pieces of news`. */
export const isNoThing = (thing: string, text = ''): boolean => {
  const last = wordsOf(thing).at(-1) ?? '';
  return (
    last === '' ||
    isAmong('no records', last) ||
    saysAny(text, NO_RECORDS_WHERE.get(singularOf(last)) ?? '(?!)') ||
    saysAny(thing, requestWords['no records either']) ||
    /(?:ing|ly|able)$/.test(last) ||
    /^(?:\d+|[a-z]{1,2})$/.test(last)
  );
};

const NO_RECORDS_WHERE: ReadonlyMap<string, string> = new Map(Object.entries(requestWords['no records where']));

/** Words that say little beside others: `text and images` are parts of something. */
export const isScrap = (thing: string): boolean => isAmong('scraps', singularOf(thing.toLowerCase()));
