/** English plurals that may stand in place of an entity's own name: the app then says `Movies` where the lexicon says `Films`. */
export const TRUE_SYNONYMS: ReadonlySet<string> = new Set(
  [
    'exercises trainings targets milestones routines journals feelings medications pills prescriptions dishes',
    'purchases transactions bills invoices sales shipments reservations appointments treatments properties apartments',
    'journeys vacations holidays destinations sights spots meetups attendees participants todos to-dos reminders memos ideas',
    'customers clients leads opportunities jobs chats articles stories novels highlights bookmarks movies pictures classes',
    'subjects assets teammates athletes prototypes trials studies members students employees volunteers tenants drivers',
    'coaches teachers colleagues suppliers donors houseplants gardens rentals campaigns doses savings investments stocks',
    'followers channels decks exams assignments leaderboards lists glasses dreams naps parties weddings concerts',
  ].flatMap((line) => line.split(' ')),
);
