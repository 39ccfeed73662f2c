import openings from './lexicon/openings.json' with { type: 'json' };
import { isOnlyLooks } from './named-colours.js';
import { isHeadFirst, type Language, type PromptText } from './prompt-text.js';
import { trimmed } from './trimmed.js';

/** What the prompt is about, with the request around it taken away. */
export interface Subject {
  /** The whole request without its opening (`A fitness app where users log workouts`), as written. */
  readonly request: string;
  /** The words in front of "app" or, where there are none, those behind it: `fitness tracking`, `Rezepte`, `家計簿`. */
  readonly phrase: string;
  /** The phrase as it was written, with the small words between its own. */
  readonly said: string;
  /** Whether the phrase stood at the head (`a fitness app`), not behind "that", "for" or their like. */
  readonly isHead: boolean;
  /** Whether its words stand in another case than the one that names things, as Polish and Turkish requests have them. */
  readonly isInflected: boolean;
}

export const subjectOf = (prompt: PromptText): Subject => {
  const request = withoutOpening(
    withoutHeading(prompt.clean.replaceAll(/\b(Mr|Mrs|Ms|Dr|St)\./g, '$1'))
      .replace(NAMING, '')
      .replaceAll(/\b(?:a |an )?react[- ]native (?=app)/gi, 'an '),
  )
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s([,.;:])/g, '$1');
  const told = withoutDeed(request, prompt.language)
    .replaceAll(EITHER, '')
    .replaceAll(WHICH, '$1')
    .replace(AUDIENCE, '');
  const clauses = clausesOf(told);
  const names = (clause: string): boolean =>
    clause !== '' && !ROLE_ALONE.test(clause) && (prompt.language !== 'German' || /(?<!\p{L})\p{Lu}/u.test(clause));
  const phrase = clauses.find(names) ?? clauses.find((clause) => clause !== '') ?? '';
  return {
    request,
    isHead: clauses[0] === phrase,
    isInflected: INFLECTED.test(prompt.clean),
    said: SPACELESS.test(phrase)
      ? withoutSpacelessRequest(phrase)
      : writtenAs(phrase, told.split(CLAUSE_END)[clauses.indexOf(phrase)] ?? phrase),
    phrase: SPACELESS.test(phrase) ? withoutSpacelessRequest(phrase) : phrase,
  };
};

/** `which tupperware I lent to whom` is about the tupperware. */
const WHICH =
  /(?<=^|\s)(?:which|what) (\p{L}+(?: \p{L}+)?) (?:the|i|we|they|he|she|you|my|our|is|are|was|were|goes|go|has|have|needs?)(?: .*|$)/giu;

/** An app for nurses to swap shifts is about shifts. */
const AUDIENCE =
  /(?<=^[^.,]{0,40}\b(?:app|place|tool|something|smth) )(?:for|where) (?:\p{L}+ ){0,2}\p{L}*(?:[eo]r|ist|ent|ant|ian|ee|nurse)s (?=to \p{L}+ (?:\p{L}+ ){0,4}\p{L}+s(?:[., ]|$))/u;

/** A `radius/perimeter search filter` is a perimeter search filter. */
const EITHER = /(?<=\s|^)\p{Ll}+\/(?=\p{Ll}+ \p{Ll}{3,} )/gu;

/** Other languages put what an app does first as well: `Misst den Abstand`, `Registra tu peso y mira cómo cambia`. */
const withoutDeed = (request: string, language: Language): string => {
  // A verb stands before an article, a noun before `de` or an adjective.
  const deed = language === 'German' ? GERMAN_DEED : isHeadFirst(language) ? ROMANCE_DEED : undefined;
  const rest = deed
    ? request.replace(ALL_OF, '').replace(PAIR, '').replace(GERMAN_DOING, 'für ').replace(deed, '')
    : request;
  return rest === request || language === 'German' ? rest : rest.replace(/\s(?:et|y|e)\s.*$/iu, '');
};

/** `Tout le contenu`, `todos los vuelos` */
const ALL_OF =
  /^(?:tout(?:e|es)? (?:les?|la)|tous les|tod[oa]s? (?:el|l[ao]s?|os|as)|tutt[ei] (?:i|gli|le)|tutt[oa] (?:il|lo|la))\s+/iu;

/** `Verlorene oder gestohlene Geräte`, `Lerne und übe alle Zeitformen`: a German noun is followed by no small letter there. */
const PAIR =
  /^\p{Lu}\p{Ll}+e[nrs]?\s(?:und|oder)\s(?!(?:die|der|das|den|alle|meine?[nr]?|unsere?[nr]?|ihre?[nr]?)\s)(?:\p{Ll}+\s(?=alle\s))?(?=\p{Ll})/u;

const ROMANCE_DEED =
  /^\p{L}{3,}(?:a|e|ez|en)(?:\s\p{L}+ment[eo]?)?\s+(?:le|la|les|l[’']|une?|des|vos|votre|tes|ton|ta|el|los|las|una|unos|tus?|sus?|il|lo|gli|i|uno|os?|as|uma?|seus?|suas?)\s+/iu;

const GERMAN_DEED = /^(?:\p{Lu}\p{Ll}+t\s+(?:dir\s+)?)?(?:den|die|das|der|eine?n?|deine?n?|alle)\s+/u;

/** What a request says, one clause at a time, without the words about software. */
export const clausesOf = (request: string): readonly string[] => request.split(CLAUSE_END).map(withoutAppWords);

const INFLECTED = /aplikacj\p{L}+ (?:do|dla)(?!\p{L})|(?<!\p{L})(?:istiyorum|yap|oluştur)/iu;

const writtenAs = (phrase: string, clause: string): string => {
  const [first = phrase, last = first] = [phrase.split(' ')[0], phrase.split(' ').at(-1)];
  return clause.slice(clause.indexOf(first), clause.lastIndexOf(last) + last.length);
};

/** `A tracker for my sourdough` is about the sourdough. */
const ROLE_ALONE =
  /^(?:one place|single place|place|something|smth|sth|anything|way|note|remember|know|see|guide|tracker|function|tool|helper|companion|planner|log|logbook|manager|organi[sz]er|assistant|werkzeug|programm|möglichkeit|outil|moyen|herramienta|strumento|ferramenta)$/i;

/** "called X", "named X" and their like, with the name as group 1 (quoted), or 2 (as written). */
export const NAMING =
  /(?:\b(?:and\s+)?(?:called|named|titled|call it|name it|namens|genannt|llamad[ao]|appelée?|nommée?|chiamat[ao]|chamad[ao])(?:\s+|(?=\p{Script=Han})))(?:["“”«„「'‘]([^"“”»「」'’]{1,40})["“”»」'’]|([\p{Lu}\p{N}][\p{L}\p{N}&'’+-]*(?:\s[\p{Lu}\p{N}][\p{L}\p{N}&'’+-]*){0,3}|[\p{L}\p{N}&+-]+))/u;

/** `FitTrack: a fitness app`: a name in front of a colon or a dash, as group 1. */
export const HEADING =
  /^(?!(?:app|application|idea|prompt|task|title|goal|features?|requirements?|note|project|request|please|hello|hi|my|our|meine?|unsere?|mes|mon|mis?|mijn|onze|create|build|make|need|important|screens?)\b)([\p{Lu}][\p{L}\p{N}&+]{2,24}(?: (?!app\b)[\p{Lu}][\p{L}\p{N}&+]{1,20})?)(?: app)?\s*(?::|\s[-–—])\s+/iu;

/** `App zum Aufteilen der Nebenkosten` */
const GERMAN_DOING = /(?<=\p{L} )zum \p{Lu}\p{Ll}+n (?:der|des|von|meiner|meines|unserer|unseres|eigener) /u;

const withoutHeading = (text: string): string =>
  /^\p{Lu}\S*(?::| \p{Lu}| app| [-–—])/u.test(text) ? text.replace(HEADING, '') : text;

/** `Create an app that …`, `The fastest way to …`, `Der schnellste Weg, …` */
const OPENING = new RegExp(`^(?:${openings.join('|')})(?=[\\s,:]|$)[\\s,:]*`, 'iu');

/** `Uber for lawn mowing` is about lawn mowing. */
const LIKE_A_BRAND =
  /^(?:an?\s+)?(?:uber|airbnb|tinder|netflix|amazon|instagram|spotify|linkedin|duolingo|strava)\s+(?:but\s+)?for\s+(?=\p{L})/iu;

/** Requests in scripts whose small words are joined to the others. */
const JOINED_REQUESTS =
  /(?:مرحبا|أريد|أنشئ|اصنع|من فضلك|تطبيقا?\s*|لإدارة|لتتبع|لمتابعة|لتسجيل|ऐप्लिकेशन|ऐप|एप|बनाओ|बनाएं|बनाइए|चाहिए|मुझे|के लिए|애플리케이션|앱을|앱|어플|만들어\s*줘|만들어\s*주세요)/gu;

const withoutOpening = (text: string): string => {
  let rest = text.trim().replace(LIKE_A_BRAND, '');
  for (let next = rest.replace(OPENING, ''); next !== rest && next !== ''; next = rest.replace(OPENING, ''))
    rest = next;
  return rest;
};

const CLAUSE_END =
  /[.;:!?(){}[\],\n|/]+\s*|\s[-–—]+\s|\s(?=(?:that|which|where|with|without|for|to|so|using|including|who|whose|when|by|from|featuring|mit|für|zum|zur|damit|um|con|para|avec|pour|per|com|qui|que|met|voor|om|waarmee|dla|için|для|с|donde|dove|onde|où|welke|ik|ich|(?:I|we|they|he|she)(?:['’]\w+)?|needs?|wants?)\s)/iu;

const withoutAppWords = (clause: string): string => {
  const words = clause
    .replaceAll(JOINED_REQUESTS, ' ')
    .replaceAll(FILLERS, ' ')
    .replaceAll(/(?<!\p{L})['’]s(?!\p{L})/gu, ' ')
    .replaceAll(/["“”«»„「」`<>=*_#\\^~$]+/g, ' ');
  const bare = trimmed(words.replaceAll(/\s+/g, ' '), " '’&+-").replace(LEADING_VERBS, '');
  return NO_SUBJECT.test(bare) || isOnlyLooks(bare) ? '' : bare;
};

/** What a clause says about the app's look or its number of screens tells nothing about what it is for. */
const NO_SUBJECT =
  /^(?:(?:dark|light|bright|one|two|three|four|five|six|seven|\d+|screens?|pages?|tabs?|features?|colou?rful|and)(?: |$))+$/i;

const FILLERS =
  /(?<![\p{L}\p{N}&-])(?:a|an|the|my|our|your|their|this|some|all|mobile|web|wechat (?:work )?mini-?programs?|wechat mini programs?|phone|iphone|android|ios(?: \d+)?|expo|react native|cross-platform|apps?|applications?|in (?:one|a single) place|functions?|mini-?programs?|mini programs|websites?|site|platform|software|system|program|that|which|where|with|for|to|so|using|including|who|lets?|allows?|helps?|users?|people|me|us|you|i|we|they|can|simple|basic|modern|beautiful|nice|self-hosted|self-hostable|open[- ]source|web-based|lightweight|powerful|comprehensive|easy-to-use|fully|responsive|new|cool|great|awesome|best|amazing|clean|minimal|minimalist|small|little|full|complete|eine?[nmrs]?|der|die|das|den|meine?[nrm]?|unsere?[nrms]?|für|mit|zum|zur|anwendung|una?|el|la|los|las|mis?|nuestr[oa]s?|para|aplicación|aplicacion|une?|le|les|des|mes|mon|ma|nos|notre|pour|avec|de|du|il|per|gli|nostr[oaie]|applicazione|uma?|os?|as?|meus|minhas|noss[oa]s?|aplicativo|aplikacj\p{L}+(?: do| dla)?|uygulamas\p{L}+|een|onze|mijn|om|voor|met|er|te \p{L}+en|bij|bijhouden|welke|appli|tenere traccia|tener traccia|llevar (?:un |el )?(?:control|registro|seguimiento)|of \d+|at a glance|how many|how much|приложение|для|it|without|exactly|just|only|any|no|very)(?![\p{L}\p{N}&-])/giu;

/** `tracking beehives` is about beehives; the `tracking` of `fitness tracking` stays. */
const LEADING_VERBS =
  /^(?:(?:\p{L}+ )?(?:hand|turn|send|bring|take|drop|pick) (?:in|out|up|off|back)\s+|(?:fans|lovers|collectors|people) (?:of|who \p{L}+)\s+|(?:track|manag|log|record|writ|rat|keep|organi[sz]|plan|find|view|sav|shar|monitor|collect|catalogu?|brows|discover|learn|schedul|remember|practi[sc]|improv|sell|buy|order|verwalt|organisier|plan|verfolg|sammel|speicher|réserv|gér|suivr|gestion|gard(?!en)|not|partag|guard|anot|marc|gerenci|organiz|compart|registr|control|zapisywani|śledzeni|zarządzani|planowani)(?:e|n|en|er|ar|ir|a|ing|ning|ging)?\s+(?:of\s+|down\s+|von\s+|and\s+(?=\p{L}+ing\s|sell\s))?)+(?=\p{L})/iu;

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const withoutSpacelessRequest = (phrase: string): string => {
  const subject = phrase
    .replace(
      /^(?:请|請)?(?:帮我|幫我|给我)?(?:我想要|我要|我想)?(?:做|创建|創建|制作|製作|开发|開發|设计)?(?:一个|一個|个|個)?/u,
      '',
    )
    .replace(/(?:の|的)?(?:スマホ)?(?:アプリ|应用程序|应用|應用|程序|软件|軟體|APP|app).*$/u, '')
    .replace(/(?:を(?:作って|作る|管理|記録).*|(?:ください|下さい).*)$/u, '');
  return subject || phrase;
};
