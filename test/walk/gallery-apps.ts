/** An app of the gallery; without paths, its tabs are shown. */
export interface GalleryApp {
  readonly id: string;
  readonly prompt: string;
  /** Below the preview's address, without the leading slash. */
  readonly paths?: readonly string[];
}

/** The apps of docs/gallery.md. */
export const GALLERY: readonly GalleryApp[] = [
  {
    id: 'fitness',
    prompt: 'Create a fitness tracking app with workouts, goals and a progress dashboard',
    paths: ['', 'workouts', 'statistics'],
  },
  {
    id: 'shop',
    prompt: 'An online shop for sneakers. Include home, products, cart and profile. White background, navy components',
    paths: ['', 'products', 'cart'],
  },
  { id: 'chess', prompt: 'chess timer with dark mode', paths: ['', 'chess-games'] },
  { id: 'social', prompt: 'Social network for dog owners with a feed and friends', paths: ['', 'posts/sample-2'] },
  { id: 'chat', prompt: 'Chat app for study groups with a dark theme', paths: ['', 'conversations/sample-1'] },
  { id: 'travel', prompt: 'Travel planner with map, calendar and budget', paths: ['', 'map', 'calendar'] },
  { id: 'recipes', prompt: 'Rezepte-App mit Einkaufsliste und Favoriten' },
  {
    id: 'pomodoro',
    prompt: 'Pomodoro timer with task list and statistics in forest green',
    paths: ['', 'statistics'],
  },
];
