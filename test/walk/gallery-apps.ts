/** An app of the gallery; without paths, its tabs are shown. */
export interface GalleryApp {
  readonly id: string;
  readonly prompt: string;
  /** Below the preview's address, without the leading slash. */
  readonly paths?: readonly string[];
}

/** The apps of docs/gallery.md: none of their prompts is in a test. */
export const GALLERY: readonly GalleryApp[] = [
  { id: 'ski-trip', prompt: 'Shared costs of our ski trip: who paid, who owes whom' },
  { id: 'lunch', prompt: 'Vote on where the office eats lunch, in teal' },
  { id: 'bouquets', prompt: 'Bouquet shop with cart and favourites. Use rose and cream.' },
  { id: 'board', prompt: 'Kanban board for the album of our band' },
  { id: 'balcony', prompt: 'Gießplan für meine Balkonpflanzen' },
  { id: 'converter', prompt: 'Kitchen converter for cups, grams and ounces with a dark theme' },
  { id: 'french', prompt: 'French vocabulary flashcards in burgundy and cream' },
  { id: 'court', prompt: 'Book a tennis court of our village club' },
  { id: 'parts', prompt: 'Spare parts of our workshop: stock in, stock out, low-stock warning' },
  { id: 'runs', prompt: 'Attendance of the members at the meetings of our run club' },
  { id: 'interval', prompt: 'Interval timer for my morning exercises, in forest green' },
  { id: 'reading', prompt: 'Journal de lecture avec des notes et des favoris' },
];
