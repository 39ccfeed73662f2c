import { choice, date, longtext, money, number, text, thing, yesNo, type Domain } from './domain.js';

const hotelRoom = thing(
  'Hotel Room',
  'Rooms',
  'bed-outline',
  ['room', 'suites', 'stays', 'accommodation', 'zimmer', 'habitaciones', 'chambres', 'camere', 'quartos'],
  [
    text('title', 'Room', true),
    choice('kind', 'Kind', ['Single', 'Double', 'Suite', 'Family']),
    number('guests', 'Guests'),
    money('price', 'Price a night'),
    yesNo('favourite', 'Favourite'),
    longtext('notes', 'About'),
  ],
  [
    ['Garden room', 'Double', 2, 118, true, 'Ground floor, a door to the lawn.'],
    ['Attic under the stars', 'Suite', 2, 186, true, 'One big window, no curtains needed.'],
    ['Courtyard single', 'Single', 1, 72, false, 'Quiet, close to breakfast.'],
    ['River family room', 'Family', 4, 164, false, 'Two rooms, one view.'],
    ['Library double', 'Double', 2, 126, false, 'Four hundred books, one bed.'],
  ],
);

const stay = thing(
  'Stay',
  'Bookings',
  'calendar-outline',
  [
    'booking',
    'reservation',
    'reservations',
    'check-in dates',
    'check-ins',
    'buchungen',
    'reservas',
    'réservations',
    'prenotazioni',
  ],
  [
    text('title', 'Guest', true),
    text('room', 'Room'),
    choice('status', 'Status', ['Requested', 'Confirmed', 'Checked in', 'Left']),
    date('date', 'Check-in'),
    number('nights', 'Nights', { summary: 'sum' }),
    money('total', 'Total', { summary: 'sum' }),
    longtext('notes', 'Wishes'),
  ],
  [
    ['Elena Petrova', 'Garden room', 'Checked in', 0, 2, 236, 'Late breakfast.'],
    ['Family Duarte', 'River family room', 'Confirmed', 1, 4, 656, 'Cot for the baby.'],
    ['Aiko Mori', 'Courtyard single', 'Confirmed', 3, 1, 72, ''],
    ['Tom Wright', 'Attic under the stars', 'Requested', 9, 2, 372, ''],
    ['Noor Haddad', 'Library double', 'Left', -3, 3, 378, ''],
  ],
);

const adoptee = thing(
  'Adoptable Pet',
  'Pets',
  'paw-outline',
  ['pet', 'animal', 'animals', 'dogs', 'cats', 'dogs and cats', 'tiere', 'mascotas', 'animaux'],
  [
    text('title', 'Name', true),
    choice('species', 'Species', ['Dog', 'Cat', 'Rabbit', 'Bird']),
    text('breed', 'Breed'),
    number('age', 'Age', { unit: 'years' }),
    text('shelter', 'Shelter'),
    yesNo('favourite', 'Favourite'),
    longtext('notes', 'Story'),
  ],
  [
    ['Bruno, a gentle dog', 'Dog', 'Labrador mix', 6, 'Riverside shelter', true, 'Loves children, hates thunder.'],
    ['Mochi the cat', 'Cat', 'European shorthair', 2, 'Old Town cat house', true, 'Comes with her brother.'],
    ['Pebble', 'Rabbit', 'Dwarf lop', 1, 'Riverside shelter', false, ''],
    ['Sergeant, a small dog', 'Dog', 'Terrier', 9, 'Harbour rescue', false, 'Two walks and one sofa a day.'],
    ['Luna the cat', 'Cat', 'Siamese mix', 4, 'Old Town cat house', false, 'Talks a lot.'],
  ],
);

const shelter = thing(
  'Shelter',
  'Shelters',
  'home-outline',
  ['rescue', 'rescues', 'tierheime', 'refugios', 'refuges', 'rifugi', 'abrigos'],
  [
    text('title', 'Shelter', true),
    text('city', 'City'),
    text('phone', 'Phone'),
    number('animals', 'Animals', { summary: 'sum' }),
    longtext('notes', 'Visiting hours'),
  ],
  [
    ['Riverside shelter', 'Leeds', '+44 113 555 0107', 34, 'Every day but Monday, 13:00 – 17:00.'],
    ['Old Town cat house', 'Graz', '+43 1 555 0110', 12, 'By appointment.'],
    ['Harbour rescue', 'Porto', '+351 21 555 010', 27, ''],
    ['Station strays', 'York', '+44 190 455 577', 8, 'Call first.'],
    ['Paws on the hill', 'York', '+44 190 455 501', 19, 'Weekends, 10:00 – 16:00.'],
  ],
);

const gymMember = thing(
  'Gym Member',
  'Members',
  'card-outline',
  ['member', 'memberships', 'check-ins', 'mitglieder', 'socios', 'abonnés'],
  [
    text('title', 'Name', true),
    choice('plan', 'Plan', ['Day pass', 'Month', 'Year']),
    number('visits', 'Check-ins', { summary: 'sum' }),
    date('until', 'Runs until'),
    yesNo('marked', 'Here today'),
  ],
  [
    ['Amira Solis', 'Year', 84, 210, true],
    ['Ben Okafor', 'Month', 6, 12, false],
    ['Chloé Martin', 'Year', 41, 95, true],
    ['Jonas Beck', 'Day pass', 1, 1, false],
    ['Mei Tanaka', 'Month', 11, 20, true],
  ],
);

const gymClass = thing(
  'Gym Class',
  'Classes',
  'barbell-outline',
  ['class', 'course', 'group training', 'yoga classes', 'kurse', 'clases', 'cours', 'aulas'],
  [
    text('title', 'Class', true),
    text('trainer', 'With'),
    choice('level', 'Level', ['Easy', 'Medium', 'Hard']),
    date('date', 'Date'),
    text('time', 'Time'),
    number('places', 'Free places', { summary: 'sum' }),
    yesNo('favourite', 'Booked'),
  ],
  [
    ['Morning flow', 'Mei Tanaka', 'Easy', 0, '7:00', 6, true],
    ['Strength basics', 'Ben Okafor', 'Medium', 0, '18:00', 3, false],
    ['Spin and sweat', 'Chloé Martin', 'Hard', 1, '19:00', 0, false],
    ['Slow stretch', 'Mei Tanaka', 'Easy', 2, '20:15', 11, true],
    ['Boxing fit', 'Jonas Beck', 'Hard', 4, '17:30', 5, false],
  ],
);

const trainer = thing(
  'Trainer',
  'Trainers',
  'person-outline',
  ['coach', 'instructor', 'instructors', 'personal trainers', 'teacher', 'teachers', 'entrenadores', 'treinadores'],
  [
    text('title', 'Name', true),
    text('focus', 'Teaches'),
    money('rate', 'Price an hour'),
    number('rating', 'Rating', { unit: '/ 5', summary: 'average' }),
    yesNo('favourite', 'Favourite'),
    longtext('notes', 'About'),
  ],
  [
    ['Mei Tanaka', 'Yoga, mobility', 48, 5, true, 'Starts on time, ends with tea.'],
    ['Ben Okafor', 'Strength', 55, 5, false, 'Technique before weight.'],
    ['Chloé Martin', 'Cycling, intervals', 45, 4, false, ''],
    ['Jonas Beck', 'Boxing', 50, 4, false, ''],
    ['Ada Obi', 'Swimming, breathing', 46, 5, true, ''],
  ],
);

export const PLACES: readonly Domain[] = [
  {
    id: 'hotel',
    appName: 'Guest House',
    motif: 'house',
    words: [
      'hotel*',
      'hostel*',
      'guest house',
      'guesthouse*',
      'bed and breakfast',
      'b&b',
      'check-in date*',
      'vacation rental*',
      'pension',
      'hôtel*',
      'albergo',
      'pousada*',
      'ホテル',
      '酒店',
      '民宿',
      'отел*',
      '🏨',
    ],
    entities: [hotelRoom, stay],
  },
  {
    id: 'adoption',
    appName: 'Second Home',
    motif: 'paw',
    words: [
      'adopt*',
      'pet adoption',
      'animal shelter*',
      'shelters',
      'rescue*',
      'tierheim*',
      'adopción',
      'adoção',
      '里親',
      '领养',
    ],
    entities: [adoptee, shelter],
  },
  {
    id: 'gym',
    appName: 'Gym Desk',
    motif: 'pulse',
    words: [
      'gym membership*',
      'gym class*',
      'yoga studio*',
      'studio schedule',
      'fitness studio*',
      'fitness class*',
      'membership app',
      'pilates',
      'dance school',
      'martial arts',
      'trainers',
      'personal train*',
    ],
    entities: [gymClass, trainer, gymMember],
  },
];
