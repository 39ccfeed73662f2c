import { planApp } from '../../src/blueprint/plan-app.js';
import type { AppPlan } from '../../src/generation/plan.js';

/** A plan with a setting of every type, and one that holds the state of a screen. */
export const PLAN_WITH_SETTINGS: AppPlan = {
  ...planApp({ prompt: 'Create a recipe app called Saffron' }),
  settings: [
    {
      name: 'unit',
      label: 'Unit',
      type: 'choice',
      choices: ['Metric', 'Imperial'],
      initial: 'Metric',
      isOffered: true,
    },
    { name: 'sound', label: 'Sound', type: 'boolean', initial: true, isOffered: true },
    { name: 'servings', label: 'Servings', type: 'number', unit: 'persons', initial: 4, isOffered: true },
    { name: 'chef', label: 'Chef', type: 'text', initial: '', isOffered: true },
    { name: 'allergies', label: 'Allergies', type: 'list', initial: [], isOffered: true },
    { name: 'plateOnScreen', label: 'Plate on screen', type: 'list', initial: ['rice', 'beans'], isOffered: false },
  ],
};
