/** An app of the gallery; without paths, its tabs are shown. */
export interface GalleryApp {
  readonly id: string;
  readonly prompt: string;
  /** Below the preview's address, without the leading slash. */
  readonly paths?: readonly string[];
}

export const GALLERY: readonly GalleryApp[] = [
  { id: 'fitness', prompt: 'Create a fitness tracking app with workouts and goals' },
];
