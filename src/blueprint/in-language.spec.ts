import { describe, expect, it } from '@jest/globals';

import { APP_LANGUAGES } from '../generation/plan.js';
import labels from './languages/labels.json' with { type: 'json' };
import { messagesOf } from './languages/messages.js';
import { DOMAINS } from './lexicon/domains.js';
import { fieldFrom, labelFrom } from './lexicon/field-text.js';
import nounKinds from './lexicon/noun-kinds.json' with { type: 'json' };
import functions from './functions/functions.json' with { type: 'json' };
import things from './functions/things.json' with { type: 'json' };
import { planApp } from './plan-app.js';

const OTHERS = APP_LANGUAGES.filter((language) => language !== 'en');

interface FieldLike {
  readonly label: string;
  readonly unit?: string;
  readonly choices?: readonly string[];
}

/** Signs of units (`kg`, `/ 10`) are the same everywhere. */
const wordsOfField = ({ label, choices = [], unit = '' }: FieldLike): readonly string[] => [
  label,
  ...choices,
  ...(/^[a-z]{3,}s$|^million$|^pcs$/.test(unit) ? [unit] : []),
];

/** Every word that the rules may put into a plan. */
function lexiconWords(): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (...more: readonly string[]): void => more.forEach((word) => words.add(word));
  for (const { entities } of DOMAINS) {
    for (const { label, plural, fields } of entities) add(label, plural, ...fields.flatMap(wordsOfField));
  }
  for (const { fields } of nounKinds) add(...fields.map(fieldFrom).flatMap(wordsOfField));
  for (const [name, { plural, fields, ...more }] of Object.entries(things)) {
    add('label' in more ? more.label : labelFrom(name), plural, ...fields.map(fieldFrom).flatMap(wordsOfField));
  }
  for (const { screens = [] } of functions) {
    for (const screen of screens) add(screen.name, ...('tab' in screen ? [String(screen.tab)] : []));
  }
  return words;
}

describe('the lexicon’s words', () => {
  it('stand in every language that apps speak', () => {
    const missing = [...lexiconWords()].filter((word) => !Object.hasOwn(labels, word));
    expect(missing).toEqual([]);
    const gaps = Object.entries(labels as Record<string, Record<string, string>>).filter(([, texts]) =>
      OTHERS.some((language) => (texts[language] ?? '').trim() === ''),
    );
    expect(gaps).toEqual([]);
  });
});

describe('an app that is asked for in another language', () => {
  it.each([
    ['Eine App zum Verwalten meiner Zimmerpflanzen mit Gießplan und Erinnerungen', 'de'],
    ['Créer une application de recettes végétariennes avec favoris et liste de courses', 'fr'],
    ['Crea una aplicación para gestionar mis gastos con gráficos y presupuesto', 'es'],
    ['Crie um aplicativo para controlar meus treinos com metas', 'pt'],
    ['Crea un’app per gestire le mie ricette con la lista della spesa', 'it'],
    ['Maak een app voor het bijhouden van mijn boeken', 'nl'],
    ['Stwórz aplikację dla moich roślin oraz podlewania', 'pl'],
    ['Bitkilerim için bir sulama uygulaması oluştur', 'tr'],
    ['家計簿アプリを作って', 'ja'],
    ['做一个记账应用', 'zh'],
    ['습관을 기록하는 앱을 만들어 줘', 'ko'],
  ] as const)('%s: speaks it, in every label of the lexicon', (prompt, language) => {
    const plan = planApp({ prompt });
    const says = messagesOf(language);
    expect(plan.language).toBe(language);
    const names = plan.screens.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([says.profile, says.settings]));
    const translations = labels as Record<string, Record<string, string>>;
    const shown = plan.entities.flatMap(({ label = '', plural, fields }) => [
      label,
      plural,
      ...fields.flatMap(wordsOfField),
    ]);
    const spoken = new Set(Object.values(translations).map((texts) => texts[language]));
    const english = shown.filter((word) => Object.hasOwn(labels, word) && !spoken.has(word));
    expect(english).toEqual([]);
    expect(plan.entities.flatMap(({ samples }) => samples)).toEqual([]);
    for (const { plural } of plan.entities) expect(plan.notes.join(' ')).toContain(plural);
    expect(plan.notes.join(' ')).toMatch(/and so is the app\. It begins empty/);
  });

  it.each([
    ['Eine App für unseren Imkerverein mit Bienenstöcken und Honigernte', 'Imkerverein'],
    ['Une application pour notre chorale', 'Chorale'],
    ['Una aplicación para nuestro huerto', 'Huerto'],
  ])('%s: is named without the word for whose it is', (prompt, name) => {
    expect(planApp({ prompt }).name).toBe(name);
  });

  it.each([
    ['Pflanze und pflege alle Obstbäume der kleinen Gärten', 'Obstbäume', 'Obstbäume'],
    ['Kaputte oder fehlende Werkzeuge melden', 'Fehlende Werkzeuge', 'Werkzeuge'],
    ['Zählt die Schritte jeder Runde', 'Schritte jeder Runde', 'Schritte'],
    ['Toutes les cloches de notre vallée', 'Cloches de notre vallée', 'Cloches'],
    ['Anota tus sueños y mira cómo vuelven', 'Sueños', 'Sueños'],
    ['Cahier de taches de rousseur', 'Cahier de taches de rousseur', 'Taches de rousseur'],
  ])('%s: is named after the thing, not after what is done to it', (prompt, name, things) => {
    const plan = planApp({ prompt });
    expect([plan.name, plan.entities[0]?.plural]).toEqual([name, things]);
  });

  it('keeps English where no words of the language are here, and says so', () => {
    const plan = planApp({ prompt: 'Приложение для учёта книг' });
    expect(plan.language).toBeUndefined();
    expect(plan.notes.join(' ')).toContain('the app’s own labels are in English');
  });

  it.each([
    'A van rental app',
    'chess timer',
    'Yoga studio met with bookings',
    'Invoice app for freelancers',
    'No ads simple barcode URL maker',
    'Press flowers as you find them',
    'Share sketches from sketchbook.com',
  ])('takes %j for English', (prompt) => {
    expect(planApp({ prompt }).language).toBeUndefined();
  });

  it.each(['Registro no trabalho', 'Treino no ginásio'])('does not take %j for English', (prompt) => {
    expect(planApp({ prompt }).language).toMatch(/^(?:es|pt)$/);
  });
});
