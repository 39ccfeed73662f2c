import { choice, date, longtext, money, number, text, thing, yesNo, type Domain } from './domain.js';

const period = thing(
  'Cycle Day',
  'Cycle days',
  'water-outline',
  ['period', 'periods', 'cycle', 'cycles', 'periode', 'zyklus', 'ciclo', 'règles'],
  [
    text('title', 'How it was', true),
    choice('flow', 'Flow', ['None', 'Light', 'Medium', 'Heavy']),
    choice('feeling', 'Feeling', ['Good', 'Tired', 'Sensitive', 'In pain']),
    date('date', 'Date'),
    longtext('notes', 'Notes'),
  ],
  [
    ['First day', 'Heavy', 'In pain', -3, 'Hot water bottle, early night.'],
    ['Slower morning', 'Medium', 'Tired', -2, ''],
    ['Better', 'Light', 'Good', -1, ''],
    ['Back to running', 'None', 'Good', 0, ''],
    ['Last month, first day', 'Heavy', 'Sensitive', -31, ''],
  ],
);

const symptom = thing(
  'Symptom',
  'Symptoms',
  'thermometer-outline',
  ['pain', 'headaches', 'migraines', 'allergies', 'symptome', 'síntomas', 'symptômes', 'sintomi', 'sintomas'],
  [
    text('title', 'Symptom', true),
    choice('strength', 'Strength', ['Mild', 'Medium', 'Strong']),
    number('hours', 'Lasted', { unit: 'h', summary: 'sum' }),
    date('date', 'Date'),
    longtext('notes', 'What helped'),
  ],
  [
    ['Headache', 'Medium', 4, -1, 'A dark room and water.'],
    ['Cramps', 'Strong', 6, -3, 'Warmth.'],
    ['Poor sleep', 'Mild', 8, -4, ''],
    ['Backache', 'Mild', 3, -9, 'A slow walk.'],
    ['Sore throat', 'Medium', 20, -15, 'Sage tea.'],
  ],
);

const feeding = thing(
  'Feed',
  'Feeds',
  'nutrition-outline',
  ['feeding', 'feedings', 'bottles', 'nursing', 'mahlzeiten', 'tomas', 'biberons'],
  [
    text('title', 'Time', true),
    choice('kind', 'Kind', ['Breast', 'Bottle', 'Solid food']),
    number('amount', 'Amount', { unit: 'ml', summary: 'sum' }),
    date('date', 'Date'),
    longtext('notes', 'Notes'),
  ],
  [
    ['6:10', 'Breast', 0, 0, 'Left side, 15 minutes.'],
    ['9:30', 'Bottle', 120, 0, ''],
    ['12:45', 'Solid food', 60, 0, 'Carrot. Mostly on the wall.'],
    ['18:20', 'Bottle', 150, -1, ''],
    ['22:00', 'Breast', 0, -1, ''],
  ],
);

const nap = thing(
  'Nap',
  'Sleep log',
  'moon-outline',
  ['nap', 'naps', 'baby sleep', 'schläfchen', 'siestas', 'siestes'],
  [
    text('title', 'From – to', true),
    choice('place', 'Where', ['Cot', 'Pram', 'Arms', 'Car']),
    number('minutes', 'Length', { unit: 'min', summary: 'sum' }),
    date('date', 'Date'),
    longtext('notes', 'Notes'),
  ],
  [
    ['7:30 – 8:15', 'Cot', 45, 0, ''],
    ['11:00 – 12:30', 'Pram', 90, 0, 'Twice around the park.'],
    ['20:00 – 5:50', 'Cot', 590, -1, 'Woke once.'],
    ['15:10 – 15:40', 'Car', 30, -1, ''],
    ['12:10 – 13:00', 'Arms', 50, -2, 'Rain on the window.'],
  ],
);

const dream = thing(
  'Dream',
  'Dreams',
  'cloudy-night-outline',
  ['nightmare', 'nightmares', 'träume', 'sueños', 'rêves', 'sogni', 'sonhos', '夢'],
  [
    text('title', 'Dream', true),
    choice('mood', 'Mood', ['Happy', 'Strange', 'Calm', 'Scary', 'Sad']),
    text('symbols', 'Symbols'),
    date('date', 'Night of'),
    yesNo('favourite', 'Lucid'),
    longtext('notes', 'What happened'),
  ],
  [
    ['The house with one more door', 'Strange', 'Door, key, stairs', 0, false, 'Behind it: the sea, and my old desk.'],
    ['Flying over the school', 'Happy', 'Wings, roof', -2, true, 'I knew that I was asleep.'],
    ['Late for a train of paper', 'Scary', 'Train, rain', -4, false, ''],
    ['Grandma’s kitchen', 'Calm', 'Bread, window', -8, false, 'She said the oven is still warm.'],
    ['The cat gave a lecture', 'Happy', 'Cat, lamp', -12, false, 'It was about time. I took notes.'],
  ],
);

const dreamSymbol = thing(
  'Dream Symbol',
  'Symbols',
  'sparkles-outline',
  ['symbol', 'signs', 'symbole', 'símbolos', 'symboles'],
  [text('title', 'Symbol', true), number('times', 'Seen', { summary: 'sum' }), longtext('notes', 'What it may mean')],
  [
    ['Door', 6, 'Something I have not tried.'],
    ['Water', 9, 'How the day felt.'],
    ['Train', 4, 'Plans that depend on others.'],
    ['Key', 2, ''],
    ['Stairs', 5, ''],
  ],
);

const thanks = thing(
  'Gratitude',
  'Gratitudes',
  'heart-outline',
  ['grateful', 'thankful', 'blessings', 'dankbarkeit', 'gratitud', 'gratidão', '感謝'],
  [
    text('title', 'I am grateful for', true),
    choice('about', 'About', ['People', 'Nature', 'Work', 'Small things']),
    date('date', 'Date'),
    yesNo('favourite', 'Keep close'),
    longtext('notes', 'Why'),
  ],
  [
    ['Priya called for no reason', 'People', 0, true, 'We laughed about the boat again.'],
    ['Fog on the river', 'Nature', -1, false, ''],
    ['The first tomato', 'Small things', -2, true, 'It tasted of last July.'],
    ['A meeting that ended early', 'Work', -4, false, ''],
    ['Clean sheets', 'Small things', -6, false, ''],
  ],
);

const visit = thing(
  'Appointment',
  'Appointments',
  'calendar-outline',
  ['appointment', 'bookings', 'visits', 'arzttermine', 'termine', 'citas médicas', 'rendez-vous', 'consultas'],
  [
    text('title', 'Patient', true),
    choice('reason', 'Reason', ['Check-up', 'Treatment', 'Follow-up', 'Emergency']),
    text('doctor', 'With'),
    date('date', 'Date'),
    text('time', 'Time'),
    choice('status', 'Status', ['Requested', 'Confirmed', 'Cancelled']),
    longtext('notes', 'Notes'),
  ],
  [
    ['Elena Petrova', 'Check-up', 'Dr. Okafor', 0, '9:00', 'Confirmed', ''],
    ['Tom Wright', 'Treatment', 'Dr. Okafor', 0, '10:30', 'Confirmed', 'Prefers mornings.'],
    ['Aiko Mori', 'Follow-up', 'Dr. Solis', 1, '11:15', 'Requested', ''],
    ['Leo Duarte', 'Emergency', 'Dr. Solis', 2, '8:00', 'Confirmed', 'Since Sunday.'],
    ['Priya Nair', 'Check-up', 'Dr. Okafor', 6, '16:45', 'Requested', ''],
  ],
);

const treatment = thing(
  'Treatment',
  'Treatments',
  'medkit-outline',
  ['procedures', 'services', 'therapies', 'behandlungen', 'tratamientos', 'soins', 'trattamenti', 'tratamentos'],
  [
    text('title', 'Treatment', true),
    choice('kind', 'Kind', ['Prevention', 'Care', 'Surgery']),
    number('minutes', 'Length', { unit: 'min' }),
    money('price', 'Price'),
    longtext('notes', 'What happens'),
  ],
  [
    ['Check-up', 'Prevention', 20, 45, 'A look at everything, no drill.'],
    ['Professional cleaning', 'Prevention', 45, 80, ''],
    ['Filling', 'Care', 40, 120, 'Local anaesthetic if you like.'],
    ['X-ray', 'Care', 15, 35, ''],
    ['Removal of a wisdom tooth', 'Surgery', 60, 290, 'Bring somebody to take you home.'],
  ],
);

const doctor = thing(
  'Doctor',
  'Doctors',
  'person-outline',
  ['therapists', 'specialists', 'ärzte', 'médicos', 'médecins'],
  [
    text('title', 'Name', true),
    text('field', 'Speciality'),
    text('phone', 'Phone'),
    number('rating', 'Rating', { unit: '/ 5', summary: 'average' }),
    yesNo('favourite', 'My doctor'),
  ],
  [
    ['Dr. Ben Okafor', 'General practice', '+1 555 0178', 5, true],
    ['Dr. Amira Solis', 'Dentistry', '+1 555 0142', 5, true],
    ['Dr. Jonas Beck', 'Skin', '+43 1 555 0110', 4, false],
    ['Dr. Mei Tanaka', 'Children', '+81 3 5550 0100', 5, false],
    ['Dr. Chloé Martin', 'Eyes', '+33 1 55 50 12 00', 4, false],
  ],
);

export const CARE: readonly Domain[] = [
  {
    id: 'cycle',
    appName: 'My Cycle',
    motif: 'pulse',
    words: [
      'period',
      'period tracker',
      'menstrua*',
      'ovulation',
      'fertility',
      'zyklus*',
      'periode',
      'menstruación',
      'ciclo menstrual',
      'règles',
      '生理',
      '经期',
    ],
    entities: [period, symptom],
  },
  {
    id: 'baby',
    appName: 'Baby Book',
    motif: 'spark',
    words: [
      'baby',
      'baby sleep',
      'baby feeding*',
      'babies',
      'newborn*',
      'breastfeed*',
      'diaper*',
      'nappy',
      'nappies',
      'toddler*',
      'stillen',
      'bebé*',
      'bébé*',
      '赤ちゃん',
      '宝宝',
      '👶',
      '🍼',
    ],
    entities: [feeding, nap],
  },
  {
    id: 'dreams',
    appName: 'Dream Diary',
    motif: 'spark',
    words: [
      'dream*',
      'nightmare*',
      'lucid',
      'traumtagebuch',
      'träume',
      'sueños',
      'rêves',
      'sogni',
      'sonhos',
      '夢',
      '梦',
    ],
    entities: [dream, dreamSymbol],
  },
  {
    id: 'gratitude',
    appName: 'Three Good Things',
    motif: 'leaf',
    words: ['gratitude*', 'grateful', 'thankful*', 'dankbar*', 'gratitud', 'gratidão', '感謝', '感恩'],
    entities: [thanks],
  },
  {
    id: 'clinic',
    appName: 'Practice Desk',
    motif: 'cross',
    words: [
      'doctor*',
      'dentist*',
      'dental',
      'patient*',
      'clinic*',
      'hospital*',
      'physio*',
      'therapist*',
      'medical',
      'doctor appointment*',
      'appointment*',
      'arzt*',
      'zahnarzt*',
      'médico*',
      'médecin*',
      'dentista*',
      '医生',
      '病院',
      '병원',
      'врач*',
      '🦷',
      '🏥',
      '🩺',
    ],
    entities: [visit, treatment, doctor],
  },
];
