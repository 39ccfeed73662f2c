import { choicesIn, isLoose, isTrue, list, type Loose, named, text, typeIn } from './loose.js';

/** Brings settings into the shape that was asked for, whatever form the model used; empty if there are none. */
export function settingsShaped(value: unknown): readonly unknown[] {
  // `{"sound": true}` gives only the initial value; `{"sound": {"type": "boolean"}}` may give more.
  const given = isLoose(value) && 'label' in value ? list([value]) : named(value, 'initial');
  return (given ?? []).map(settingShaped);
}

function settingShaped(value: unknown): unknown {
  const given = isLoose(value) ? value : { label: value };
  const choices = choicesIn(given);
  const initial = given['initial'] ?? given['default'] ?? given['defaultValue'] ?? given['value'];
  const type = settingType(given, choices, initial);
  return {
    label: text(given['label'] ?? given['name'] ?? given['title']),
    type,
    choices,
    unit: text(given['unit']),
    initial: text(initial),
    isOffered: isTrue(given['isOffered'] ?? given['isShown'] ?? given['visible'] ?? type !== 'list'),
  };
}

/** The declared type, or else the type of the initial value. A bare name (`Sound`) is a switch. */
function settingType(given: Loose, choices: readonly string[], initial: unknown): string {
  const said = typeIn(given['type']);
  if (said === 'money') return 'number';
  if (said !== undefined && !['longtext', 'date'].includes(said)) return said;
  if (said !== undefined || text(given['type']) !== '') return 'text';
  if (choices.length > 1) return 'choice';
  if (Array.isArray(initial)) return 'list';
  if (typeof initial === 'number') return 'number';
  return typeof initial === 'string' ? 'text' : 'boolean';
}
