/** The archetypes that a word alone can ask for. */
export type ScreenWord =
  | 'home'
  /** All of the app's main things. */
  | 'overview'
  | 'dashboard'
  | 'calendar'
  | 'map'
  | 'timer'
  | 'cart'
  | 'checkout'
  | 'chat'
  | 'feed'
  | 'favourites'
  | 'onboarding'
  | 'login'
  | 'profile'
  | 'settings';

/** Names of screens, as people write them. */
export const SCREEN_WORDS: readonly (readonly [RegExp, ScreenWord])[] = [
  [/^(?:home ?page|home ?screen|home|start|landing|startseite|inicio|accueil|main)$/i, 'home'],
  [
    /^(?:dashboard|stat(?:s|istics)?|analytics|insights?|reports?|overview|progress|charts?|summary|statistik(?:en)?|estadísticas|statistiques)$/i,
    'dashboard',
  ],
  [/^(?:calendar|schedule|agenda|planner|kalender|calendario|calendrier|timetable)$/i, 'calendar'],
  [/^(?:maps?|nearby|karte|mapa|carte|map view)$/i, 'map'],
  [
    /^(?:explore|discover|browse|search|history|library|collection|catalog(?:ue)?|entdecken|verlauf|explorar|historial|explorer|historique)$/i,
    'overview',
  ],
  [/^(?:timer|stopwatch|countdown|clock|pomodoro|breathe|breathing|focus)$/i, 'timer'],
  [/^(?:(?:shopping )?cart|basket|bag|warenkorb|carrito|panier|carrello)$/i, 'cart'],
  [/^(?:checkout|payment|kasse|pago)$/i, 'checkout'],
  [
    /^(?:(?:team|group|live|family|private) chats?|chats?|messages|inbox|messaging|direct messages|nachrichten|mensajes)$/i,
    'chat',
  ],
  [/^(?:feed|timeline|news ?feed|community)$/i, 'feed'],
  [/^(?:favou?rites|saved|bookmarks|wish ?list|liked|favoriten|favoritos|favoris)$/i, 'favourites'],
  [/^(?:onboarding|welcome|tour|intro(?:duction)?|walkthrough|splash)$/i, 'onboarding'],
  [/^(?:log ?in|sign ?in|sign ?up|register|registration|auth(?:entication)?|anmeldung|login\/signup)$/i, 'login'],
  [/^(?:profile|account|me|user profile|my profile|profil|perfil|konto)$/i, 'profile'],
  [/^(?:settings|preferences|options|einstellungen|ajustes|paramètres|about)$/i, 'settings'],
];
