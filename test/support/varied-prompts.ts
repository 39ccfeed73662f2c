/** Prompts of every kind: plain, other languages, one word, emoji, nonsense. */
export const VARIED_PROMPTS: readonly string[] = [
  'Create a fitness tracking app',
  'R&D tracker app',
  'a todo app; with dark mode',
  'recipes',
  '🍕🍕🍕',
  'Erstelle eine App für Rezepte mit Einkaufsliste',
  '家計簿アプリを作って',
  'asdf qwer zxcv',
  'An app to manage beehives, inspections and honey harvests',
  'Build me a habit tracker called "Streakly" with reminders and a purple theme',
  'FitTrack: a fitness app with workouts, meals and social features, login',
  'an online shop for sneakers. Include home, products, cart and profile. Dark theme',
  'Приложение для учета расходов',
  'مرحبا تطبيق لتتبع العادات',
  'A vinyl record collection app with rating and price',
  'I want an app where parents can share photos of their kids',
  'wedding planning app with guest list, budget and seating',
  'create app',
  'Logs, assets and projects: an app to manage assets, logs and projects',
  'An app to keep cards, buttons and text records',
];

/** Text that tries to break out of the code it is put into. */
export const HOSTILE_PROMPTS: readonly string[] = [
  "'; DROP TABLE users; --",
  '<script>alert(1)</script> tracker for </script> tags',
  'An app called "${process.env.HOME}" for `backticks` and \\ backslashes \\u0041 */ // {braces}',
  'quote " and \' and ` in a tracker\n\nwith lines\r\nand\ttabs \u2028 \u2029 \u0000 \u202e reversed',
  `An app named "{'}'}" <Text>{evil}</Text>`,
  '\ud800 lone surrogate \udfff app for 🏳️‍🌈 flags',
  'word '.repeat(1000),
  'x'.repeat(5000),
  '[id] ../../etc/passwd +api (tabs) _layout tracker',
];
