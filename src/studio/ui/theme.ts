export type Theme = 'system' | 'light' | 'dark';

const KEY = 'firstlight.theme';

export function keptTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** All colours are `light-dark()` pairs: which of them counts is one property of the page. */
export function applyTheme(theme: Theme = keptTheme()): void {
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
}

export function keepTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyTheme(theme);
}
