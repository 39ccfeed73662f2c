import type { FieldPlan, FieldValue } from '../../generation/plan.js';
import { choice, date, longtext, money, number, text, yesNo } from './domain.js';

/** What is known of a thing by the look of its noun alone: people have names, orders a state, places an address. */
export interface NounKind {
  /** Matched against the noun's last word. */
  readonly words: RegExp;
  readonly icon: string;
  readonly fields: readonly FieldPlan[];
  /** One row a record, in the fields' order; `%` stands for the thing's own name, a date is a number of days from today. */
  readonly rows: readonly (readonly FieldValue[])[];
}

const PEOPLE: NounKind = {
  words:
    /(?:member|teacher|student|pupil|trainer|player|client|customer|patient|volunteer|artist|donor|owner|coach|driver|supplier|vendor|agent|author|guest|contact|person|people|child|children|kid|friend|worker|employee|sailor|tenant|roommate|housemate|neighbou?r|parent|mentor|mentee|speaker|judge|candidate|applicant|dancer|actor|singer|model|photographer|visitor|subscriber|sponsor|partner|ambassador|officer|manager|nurse|hunter|guard|crew|staff)s?$/i,
  icon: 'people-outline',
  fields: [
    text('title', 'Name', true),
    choice('status', 'Status', ['New', 'Active', 'Away']),
    text('phone', 'Phone'),
    text('email', 'Email'),
    date('since', 'Since'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['Ada Obi', 'Active', '+234 1 555 0131', 'ada@example.org', -120, 'Happy to help at weekends.'],
    ['Jonas Beck', 'Active', '+43 1 555 0110', 'jonas@example.org', -95, ''],
    ['Mei Tanaka', 'New', '+81 3 5550 0100', 'mei@example.org', -6, 'Prefers mornings.'],
    ['Leo Duarte', 'Away', '+351 21 555 010', 'leo@example.org', -240, 'Back next month.'],
    ['Priya Nair', 'Active', '+44 113 555 0107', 'priya@example.org', -31, ''],
    ['Chloé Martin', 'New', '+33 1 55 50 12 00', 'chloe@example.org', -2, ''],
  ],
};

const PAPERS: NounKind = {
  words:
    /(?:order|document|file|form|contract|report|request|claim|certificate|licen[cs]e|policy|policies|receipt|permit|application|proposal|offer|quotation|complaint|letter|filing|warranty|warranties|agreement|submission)s?$/i,
  icon: 'document-text-outline',
  fields: [
    text('title', 'Title', true),
    choice('status', 'Status', ['Draft', 'Sent', 'Approved', 'Closed']),
    text('person', 'From or for'),
    money('amount', 'Amount', { summary: 'sum' }),
    date('date', 'Date'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['% 1042', 'Sent', 'Harbour Supplies', 420, 0, 'Waiting for an answer.'],
    ['% 1041', 'Approved', 'Amira Solis', 180, -2, ''],
    ['% 1040', 'Closed', 'City library', 960, -7, ''],
    ['% 1043', 'Draft', 'Café Lumen', 75, 0, 'Check the address first.'],
    ['% 1039', 'Closed', 'Ben Okafor', 240, -15, ''],
    ['% 1038', 'Sent', 'Field Notes', 310, -21, ''],
  ],
};

const EVENTS: NounKind = {
  words:
    /(?:tion|ment|ing|visit|harvest|check|check-in|session|match|race|lesson|class|appointment|review|test|exam|trip|walk|run|game|round|delivery|deliveries|order|event|day|log|repair|treatment|feeding|workday|shift|drill|mission|launch|tour|show|party|parties|ceremony|auction|hike|dive|flight|shoot|gig|cleanup)(?:s|es)?$/i,
  icon: 'calendar-outline',
  fields: [
    text('title', 'Name', true),
    date('date', 'Date'),
    text('time', 'Time'),
    text('location', 'Place'),
    yesNo('marked', 'Done'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['Spring %', 0, '9:00', 'North field', false, 'Bring gloves.'],
    ['Monthly %', 3, '18:30', 'Riverside', false, ''],
    ['First % of the season', -6, '10:00', 'Old Town', true, 'Went better than last year.'],
    ['Follow-up %', 8, '14:15', 'Home', false, ''],
    ['Weekend %', -13, '11:00', 'Harbour', true, ''],
    ['Late summer %', 21, '16:00', 'North field', false, ''],
  ],
};

const SITES: NounKind = {
  words:
    /(?:place|location|city|cities|shop|store|stop|station|venue|restaurant|hotel|office|branch|building|house|apartment|flat|garden|farm|field|bed|park|school|church|clinic|studio|warehouse|site|spot|court|pitch|beach|trail|route|village|country|countries|shelter|market|bar|club|gym|museum|library|cafe|café|kitchen|lab)(?:s|es)?$/i,
  icon: 'location-outline',
  fields: [
    text('title', 'Name', true),
    text('address', 'Address'),
    choice('status', 'Status', ['Open', 'Full', 'Closed']),
    number('rating', 'Rating', { unit: '/ 5', summary: 'average' }),
    yesNo('favourite', 'Favourite'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['Mill Lane %', '12 Mill Lane', 'Open', 5, true, 'Quiet on Tuesdays.'],
    ['Harbour Road %', '48 Harbour Road', 'Open', 4, false, ''],
    ['Old Town %', '7 Old Town', 'Full', 4, true, 'Ask for the key next door.'],
    ['Orchard Close %', '3 Orchard Close', 'Open', 3, false, ''],
    ['Station Road %', '21 Station Road', 'Closed', 4, false, 'Reopens in spring.'],
    ['Market Square %', '1 Market Square', 'Open', 5, false, ''],
  ],
};

const WRITINGS: NounKind = {
  words:
    /(?:poem|stor(?:y|ies)|lyric|script|chapter|essay|speech|joke|verse|idea|thought|entry|entries|memory|memories|letter|page|draft|scene|lesson learned|rule|tip|trick|phrase|word|saying|prompt)s?$/i,
  icon: 'create-outline',
  fields: [
    text('title', 'Title', true),
    choice('status', 'Status', ['Idea', 'Draft', 'Done']),
    longtext('body', 'Text'),
    date('date', 'Date'),
    yesNo('favourite', 'Favourite'),
  ],
  rows: [
    ['The lamp in the harbour', 'Draft', 'It was lit before anybody asked for it.', 0, true],
    ['On being late', 'Idea', 'Five minutes are a country of their own.', -1, false],
    ['What the river keeps', 'Done', 'Two keys, a boot, the end of a quarrel.', -4, true],
    ['Short and true', 'Draft', 'Say it once. Then stop.', -7, false],
    ['For a rainy Tuesday', 'Done', 'The kettle knows.', -12, false],
    ['Second attempt', 'Idea', '', -20, false],
  ],
};

const MACHINES: NounKind = {
  words:
    /(?:machine|tool|vehicle|boat|bike|drone|printer|camera|computer|laptop|phone|robot|engine|pump|sensor|device|instrument|gadget|truck|tractor|generator|server|part|spare part|panel|battery|batteries|lens|lenses|uniform|costume|book|key)s?$/i,
  icon: 'construct-outline',
  fields: [
    text('title', 'Name', true),
    choice('status', 'Status', ['Ready', 'In use', 'In repair']),
    text('number', 'Serial number'),
    text('location', 'Where it is'),
    date('checked', 'Last checked'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['% A-1042', 'Ready', 'A-1042', 'Store room', -3, 'Runs well, cold starts included.'],
    ['% A-1043', 'In use', 'A-1043', 'Workshop', -9, ''],
    ['% A-1044', 'Ready', 'A-1044', 'Store room', -30, ''],
    ['% B-0207', 'In repair', 'B-0207', 'Repair shop', -1, 'New seal is ordered.'],
    ['% C-0001', 'In use', 'C-0001', 'North field', 0, ''],
    ['% D-3310', 'Ready', 'D-3310', 'Office', -14, 'Goes back in June.'],
  ],
};

const ANIMALS: NounKind = {
  words:
    /(?:horse|pony|ponies|cow|cattle|chicken|hen|goat|sheep|lamb|pig|duck|rabbit|hamster|reptile|snake|lizard|turtle|tortoise|parrot|bird|fish|animal|creature|donkey|llama|alpaca|bee|colony|colonies)(?:s|es)?$/i,
  icon: 'paw-outline',
  fields: [
    text('title', 'Name', true),
    text('breed', 'Breed'),
    choice('health', 'Health', ['Well', 'Watch', 'With the vet']),
    number('weight', 'Weight', { unit: 'kg', summary: 'average' }),
    date('born', 'Born'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['Clover', 'Local mix', 'Well', 12, -900, 'First at the gate.'],
    ['Bramble', 'Highland', 'Well', 18, -1400, ''],
    ['Sergeant', 'Local mix', 'Watch', 9, -700, 'Limps a little after rain.'],
    ['Pebble', 'Dwarf', 'Well', 4, -300, ''],
    ['Marigold', 'Old breed', 'With the vet', 14, -2100, 'Check-up on Friday.'],
    ['Noodle', 'Unknown', 'Well', 6, -420, ''],
  ],
};

const FOODS: NounKind = {
  words:
    /(?:starter|dish|bread|loaf|loaves|cheese|cake|snack|beer|tea|coffee|sauce|spice|jam|pickle|cocktail|smoothie|sandwich|flavou?r|dessert|ferment|brew|sausage|chocolate)(?:s|es)?$/i,
  icon: 'restaurant-outline',
  fields: [
    text('title', 'Name', true),
    choice('status', 'Status', ['Planned', 'In the making', 'Ready']),
    number('rating', 'Rating', { unit: '/ 5', summary: 'average' }),
    date('date', 'Made on'),
    yesNo('favourite', 'Again'),
    longtext('notes', 'Notes'),
  ],
  rows: [
    ['Sunday %', 'Ready', 5, -1, true, 'A little less salt next time.'],
    ['First %', 'In the making', 4, 0, false, ''],
    ['% number nine', 'Ready', 3, -5, false, 'Too warm in the kitchen.'],
    ['Grandma’s %', 'Ready', 5, -9, true, 'As it should be.'],
    ['Winter %', 'Planned', 4, 6, false, ''],
    ['Quick %', 'Ready', 4, -14, false, ''],
  ],
};

/** Nothing is known of it: it begins empty, for samples would be made up of nothing. */
const ANYTHING: NounKind = {
  words: /$/,
  icon: 'sparkles-outline',
  fields: [
    text('title', 'Name', true),
    date('date', 'Date'),
    yesNo('favourite', 'Favourite'),
    longtext('notes', 'Notes'),
  ],
  rows: [],
};

const KINDS: readonly NounKind[] = [PEOPLE, PAPERS, ANIMALS, FOODS, MACHINES, SITES, WRITINGS, EVENTS, ANYTHING];

/** The kind of an English noun. Other languages' nouns are of no kind in particular: pass the empty text. */
export const kindOf = (noun: string): NounKind => KINDS.find(({ words }) => words.test(noun)) ?? ANYTHING;
