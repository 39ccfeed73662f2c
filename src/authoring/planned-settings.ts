import type { FieldValue, SettingPlan } from '../generation/plan.js';
import type { PlanAnswer } from './plan-answer.js';
import { distinct, propertyName, short, shortChoices } from './plan-names.js';

const MAX_SETTINGS = 8;
const MAX_ITEMS = 64;

/** Settings that every app has already, under the names that models give them. */
const FIXED = new Set([
  'appearance', 'displayName', 'signedInAs', 'hasSeenTour', 'darkMode', 'themeEntry', 'themeMode', 'yourName', 'userName', 'username', 'profileName',
]); // prettier-ignore

/** The planned settings as the app stores them. */
export function plannedSettings(given: PlanAnswer['settings']): readonly SettingPlan[] {
  const names = new Set<string>();
  const labels = new Set<string>();
  const settings = given.flatMap((setting): SettingPlan[] => {
    const label = short(setting.label, 40);
    const wanted = propertyName(label);
    if (label === '' || labels.has(label) || FIXED.has(wanted)) return [];
    labels.add(label);
    const name = distinct(wanted, names);
    const choices = shortChoices(setting.choices);
    const type = setting.type === 'choice' && choices.length < 2 ? 'text' : setting.type;
    const unit = short(setting.unit, 12);
    return [
      {
        name,
        label,
        type,
        ...(type === 'choice' && { choices }),
        ...(type === 'number' && unit !== '' && { unit }),
        initial: initialOf(type, setting.initial, choices),
        isOffered: setting.isOffered,
      },
    ];
  });
  return settings.slice(0, MAX_SETTINGS);
}

function initialOf(type: SettingPlan['type'], given: string, choices: readonly string[]): FieldValue {
  switch (type) {
    case 'number':
      return Number.parseFloat(given.replaceAll(/[^\d.-]/g, '')) || 0;
    case 'boolean':
      return /^(?:true|yes|on|1)$/i.test(given.trim());
    case 'choice':
      return choices.find((choice) => choice.toLowerCase() === short(given, 30).toLowerCase()) ?? choices[0] ?? '';
    case 'list':
      return given
        .split(/[;\n]/)
        .map((item) => short(item, 80))
        .filter(Boolean)
        .slice(0, MAX_ITEMS);
    case 'text':
      return short(given, 200);
  }
}

/** A note for apps whose screens are written by rules, which do not know what such a setting is for. */
export function unusedSettingsNote(settings: readonly SettingPlan[] = []): readonly string[] {
  const labels = settings.filter(({ isOffered }) => isOffered).map(({ label }) => `“${label}”`);
  if (labels.length === 0) return [];
  return [`The app keeps ${labels.join(', ')} in its settings, but no screen uses that yet: rules wrote the screens.`];
}
