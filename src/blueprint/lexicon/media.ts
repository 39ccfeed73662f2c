import { choice, date, longtext, number, text, thing, yesNo, type Domain } from './domain.js';

const article = thing(
  'Article',
  'Articles',
  'newspaper-outline',
  [
    'news',
    'headline',
    'headlines',
    'nachrichten',
    'noticias',
    'actualités',
    'notizie',
    'notícias',
    'ニュース',
    '新闻',
    'новости',
  ],
  [
    text('title', 'Headline', true),
    text('source', 'Source'),
    choice('category', 'Category', ['World', 'Science', 'Culture', 'Business', 'Sport']),
    longtext('body', 'Story'),
    date('date', 'Date'),
    yesNo('favourite', 'Bookmarked'),
  ],
  [
    [
      'A lighthouse is lit again after sixty years',
      'The Harbour Post',
      'World',
      'Volunteers rebuilt the lamp from the old plans.',
      0,
      true,
    ],
    [
      'Why some bees sleep in flowers',
      'Field Notes',
      'Science',
      'The petals keep their warmth until the morning.',
      0,
      false,
    ],
    ['A library that lends tools', 'City Weekly', 'Culture', 'The drill is out more often than any novel.', -1, false],
    [
      'Night trains are full until autumn',
      'The Ledger',
      'Business',
      'Three new lines open before the summer.',
      -1,
      true,
    ],
    [
      'Outsiders win the river race',
      'The Harbour Post',
      'Sport',
      'Their boat is older than most of the crew.',
      -2,
      false,
    ],
    [
      'The quiet return of the wild oyster',
      'Field Notes',
      'Science',
      'Old reefs are growing where nobody looked.',
      -4,
      false,
    ],
  ],
);

const newsSource = thing(
  'News Source',
  'Sources',
  'globe-outline',
  ['source', 'publishers', 'outlets'],
  [
    text('title', 'Source', true),
    choice('topic', 'Topic', ['General', 'Science', 'Business', 'Local']),
    text('language', 'Language'),
    yesNo('favourite', 'Followed'),
  ],
  [
    ['The Harbour Post', 'General', 'English', true],
    ['Field Notes', 'Science', 'English', true],
    ['City Weekly', 'Local', 'English', false],
    ['The Ledger', 'Business', 'English', false],
    ['La Gaceta del Puerto', 'General', 'Spanish', false],
  ],
);

const podcast = thing(
  'Podcast',
  'Podcasts',
  'mic-outline',
  ['show', 'shows', 'subscriptions', 'ポッドキャスト', '播客', 'подкасты'],
  [
    text('title', 'Podcast', true),
    text('host', 'Host'),
    choice('topic', 'Topic', ['Stories', 'Science', 'Comedy', 'Work', 'History']),
    number('episodes', 'Episodes', { summary: 'sum' }),
    yesNo('favourite', 'Subscribed'),
    longtext('notes', 'About'),
  ],
  [
    ['Small Wonders', 'Ada Obi', 'Science', 84, true, 'One everyday thing, explained to the end.'],
    ['The Long Way Home', 'Leo Duarte', 'Stories', 36, true, 'People who took the slower road.'],
    ['Kitchen Table Radio', 'Priya Nair', 'Comedy', 120, false, 'Two friends, one argument, no winner.'],
    ['Forgotten Rooms', 'Chloé Martin', 'History', 52, false, 'What happened behind one door.'],
    ['Monday, Again', 'Jonas Beck', 'Work', 61, true, 'Better weeks for tired teams.'],
  ],
);

const episode = thing(
  'Episode',
  'Episodes',
  'headset-outline',
  ['downloads', 'folgen', 'episodios', 'épisodes'],
  [
    text('title', 'Episode', true),
    text('show', 'Podcast'),
    number('minutes', 'Length', { unit: 'min', summary: 'sum' }),
    date('date', 'Published'),
    yesNo('marked', 'Played'),
    longtext('notes', 'Show notes'),
  ],
  [
    ['The history of the zip', 'Small Wonders', 34, 0, false, 'From boots to space suits.'],
    ['Across Norway by ferry', 'The Long Way Home', 52, -1, false, 'Thirty-two stops and a piano.'],
    ['Who moved the spoon?', 'Kitchen Table Radio', 41, -2, true, ''],
    ['The locked reading room', 'Forgotten Rooms', 47, -4, false, 'A key, a fire, a catalogue.'],
    ['Meetings that end early', 'Monday, Again', 28, -6, true, ''],
  ],
);

const question = thing(
  'Question',
  'Questions',
  'help-circle-outline',
  ['quiz', 'quizzes', 'trivia', 'fragen', 'preguntas', 'クイズ', '问题'],
  [
    text('title', 'Question', true),
    text('answer', 'Answer', true),
    choice('category', 'Category', ['Nature', 'History', 'Science', 'Film', 'Food']),
    number('points', 'Points', { summary: 'sum' }),
    yesNo('marked', 'Answered right'),
  ],
  [
    ['Which animal has three hearts?', 'The octopus', 'Nature', 20, true],
    ['Who painted the Night Watch?', 'Rembrandt', 'History', 10, true],
    ['What is the hardest natural mineral?', 'Diamond', 'Science', 10, false],
    ['Where was the first moving picture shown to a paying crowd?', 'Paris', 'Film', 30, false],
    ['Which spice comes from a crocus?', 'Saffron', 'Food', 20, false],
    ['How many bones has an adult human?', '206', 'Science', 20, false],
  ],
);

const score = thing(
  'High Score',
  'High scores',
  'trophy-outline',
  ['score', 'scores', 'leaderboard', 'leaderboards', 'ranking', 'rankings', 'bestenliste'],
  [
    text('title', 'Player', true),
    number('points', 'Points', { summary: 'sum' }),
    choice('level', 'Level', ['Easy', 'Medium', 'Hard']),
    date('date', 'Date'),
  ],
  [
    ['Ada', 980, 'Hard', -2],
    ['Jonas', 860, 'Hard', -5],
    ['You', 720, 'Medium', 0],
    ['Mei', 640, 'Medium', -1],
    ['Leo', 410, 'Easy', -9],
  ],
);

const character = thing(
  'Character',
  'Characters',
  'person-outline',
  ['hero', 'heroes', 'npc', 'npcs', 'adventurers', 'charaktere', 'personajes'],
  [
    text('title', 'Name', true),
    choice('role', 'Class', ['Fighter', 'Wizard', 'Rogue', 'Cleric', 'Ranger']),
    text('player', 'Player'),
    number('level', 'Level', { summary: 'average' }),
    number('health', 'Hit points', { unit: 'HP' }),
    longtext('notes', 'Story'),
  ],
  [
    ['Brannoch Ironvale', 'Fighter', 'Tom', 5, 44, 'Swore to bring the crown home.'],
    ['Sella Duskwhisper', 'Rogue', 'Priya', 5, 31, 'Owes money in every harbour.'],
    ['Old Marrow', 'Wizard', 'Jonas', 6, 27, 'Remembers a city nobody else does.'],
    ['Ysolde of the Fens', 'Cleric', 'Mei', 5, 38, 'Her god answers in riddles.'],
    ['Tarn', 'Ranger', 'Leo', 4, 35, 'Speaks to foxes, rarely to people.'],
  ],
);

const quest = thing(
  'Quest',
  'Quests',
  'map-outline',
  ['mission', 'missions', 'adventure', 'adventures', 'misiones'],
  [
    text('title', 'Quest', true),
    choice('status', 'Status', ['Open', 'Active', 'Completed', 'Failed']),
    text('giver', 'Given by'),
    number('reward', 'Reward', { unit: 'gp', summary: 'sum' }),
    longtext('notes', 'What is known'),
  ],
  [
    ['The bell under the lake', 'Active', 'Mayor Hollin', 300, 'It rings when somebody lies.'],
    ['Escort the glass caravan', 'Open', 'Trade guild', 180, 'Three days, one mountain pass.'],
    ['Who feeds the tower?', 'Active', 'A frightened cook', 50, 'Plates come back licked clean.'],
    ['The map with no north', 'Completed', 'Old Marrow', 220, ''],
    ['Return the stolen song', 'Open', 'A bard without a voice', 120, ''],
  ],
);

const monster = thing(
  'Monster',
  'Monsters',
  'skull-outline',
  ['creature', 'creatures', 'enemy', 'enemies', 'monstruos'],
  [
    text('title', 'Monster', true),
    choice('kind', 'Kind', ['Beast', 'Undead', 'Dragon', 'Fiend', 'Giant']),
    number('challenge', 'Challenge', { summary: 'average' }),
    number('health', 'Hit points', { unit: 'HP' }),
    longtext('notes', 'Tactics'),
  ],
  [
    ['Marsh drake', 'Dragon', 6, 95, 'Breathes fog first, fire later.'],
    ['Lantern ghoul', 'Undead', 3, 40, 'Attacks whoever holds the light.'],
    ['Bramble bear', 'Beast', 4, 68, ''],
    ['Debt imp', 'Fiend', 2, 22, 'Offers a contract before it bites.'],
    ['Hill giant, asleep', 'Giant', 5, 105, 'Do not step on the beard.'],
  ],
);

const loot = thing(
  'Loot Item',
  'Loot',
  'diamond-outline',
  ['treasure', 'treasures', 'magic items'],
  [
    text('title', 'Item', true),
    choice('rarity', 'Rarity', ['Common', 'Uncommon', 'Rare', 'Legendary']),
    text('carrier', 'Carried by'),
    number('value', 'Worth', { unit: 'gp', summary: 'sum' }),
  ],
  [
    ['Cloak of borrowed faces', 'Rare', 'Sella', 800],
    ['Rope that never tangles', 'Uncommon', 'Tarn', 60],
    ['Silver tuning fork', 'Uncommon', 'Old Marrow', 120],
    ['Bag of old coins', 'Common', 'Brannoch', 45],
    ['Lantern of honest light', 'Legendary', 'Ysolde', 2400],
  ],
);

const exhibit = thing(
  'Exhibit',
  'Exhibits',
  'color-palette-outline',
  ['artwork', 'artworks', 'painting', 'paintings', 'sculptures', 'exhibition', 'exhibitions', 'ausstellungen'],
  [
    text('title', 'Title', true),
    text('artist', 'Artist'),
    choice('hall', 'Hall', ['Ground floor', 'First floor', 'Garden', 'Cabinet']),
    number('year', 'Year'),
    yesNo('favourite', 'Favourite'),
    longtext('notes', 'About'),
  ],
  [
    ['Woman reading at a window', 'Clara Voss', 'First floor', 1887, true, 'The letter was painted over twice.'],
    ['Three boats, no wind', 'Emil Ferrand', 'First floor', 1902, false, 'Begun at sea, finished from memory.'],
    ['The copper garden', 'Ines Moreau', 'Garden', 1974, true, 'It turns greener every year, as planned.'],
    ['Map of an invented island', 'Unknown', 'Cabinet', 1650, false, 'Sailors asked for copies.'],
    ['Table for one', 'Kenji Sato', 'Ground floor', 2011, false, ''],
  ],
);

const artist = thing(
  'Artist',
  'Artists',
  'brush-outline',
  ['painter', 'painters', 'sculptor', 'künstler', 'artistas'],
  [
    text('title', 'Name', true),
    text('origin', 'From'),
    choice('medium', 'Known for', ['Painting', 'Sculpture', 'Photography', 'Music']),
    number('works', 'Works', { summary: 'sum' }),
    longtext('notes', 'Life'),
  ],
  [
    ['Clara Voss', 'Hamburg', 'Painting', 12, 'Painted interiors, travelled by night train.'],
    ['Emil Ferrand', 'Brest', 'Painting', 9, 'A harbour pilot for twenty years.'],
    ['Ines Moreau', 'Lyon', 'Sculpture', 5, 'Works in copper and rain.'],
    ['Kenji Sato', 'Kyoto', 'Photography', 21, ''],
    ['Lena Roth', 'Graz', 'Music', 7, 'Builds instruments that are played by the wind.'],
  ],
);

const tour = thing(
  'Audio Tour',
  'Audio tours',
  'headset-outline',
  ['tour', 'tours', 'guided tours', 'audio guides', 'führungen'],
  [
    text('title', 'Tour', true),
    choice('audience', 'For', ['Everyone', 'Families', 'Experts']),
    number('minutes', 'Length', { unit: 'min', summary: 'sum' }),
    number('stops', 'Stops'),
    yesNo('marked', 'Heard'),
  ],
  [
    ['Highlights in an hour', 'Everyone', 60, 12, false],
    ['Dragons, dogs and other animals', 'Families', 35, 8, false],
    ['How a colour is made', 'Experts', 50, 7, true],
    ['The garden at noon', 'Everyone', 25, 5, false],
    ['One picture, slowly', 'Everyone', 15, 1, true],
  ],
);

export const MEDIA: readonly Domain[] = [
  {
    id: 'news',
    appName: 'Daily Read',
    motif: 'note',
    words: [
      'news',
      'newspaper',
      'headline*',
      'news reader',
      'magazine',
      'rss',
      'nachrichten app',
      'noticias',
      'actualités',
      'notizie',
      'notícias',
      'ニュース',
      '新闻',
      '뉴스',
      'أخبار',
      'समाचार',
      'новост*',
      '📰',
      '🗞️',
    ],
    entities: [article, newsSource],
  },
  {
    id: 'podcasts',
    appName: 'Podcasts',
    motif: 'play',
    words: ['podcast*', 'episode*', 'ポッドキャスト', '播客', 'подкаст*', '🎙️'],
    entities: [podcast, episode],
  },
  {
    id: 'quiz',
    appName: 'Quiz Night',
    motif: 'spark',
    words: ['quiz*', 'quiz game', 'question*', 'trivia', 'riddle*', 'クイズ', '问答', 'викторин*', '❓'],
    entities: [question, score],
  },
  {
    id: 'roleplay',
    appName: 'Campaign Book',
    motif: 'spark',
    words: [
      'd&d',
      'dnd',
      'dungeon*',
      'rpg',
      'role-playing',
      'roleplay*',
      'campaign manager',
      'quest*',
      'tabletop',
      '🐉',
      '🧙',
      '⚔️',
    ],
    entities: [character, quest, monster, loot],
  },
  {
    id: 'museum',
    appName: 'Gallery Guide',
    motif: 'pin',
    words: [
      'museum*',
      'exhibit*',
      'art gallery',
      'art collection',
      'museo',
      'musée',
      '博物馆',
      '美術館',
      'музе*',
      '🏛️',
    ],
    entities: [exhibit, artist, tour],
  },
];
