/** `npm run judge [-- held-out|third-lot|fourth-lot|fifth-lot|sixth-lot|seventh-lot]`: what the blueprint makes of further prompts, beside what was expected of each. */
import process from 'node:process';

import { planApp } from '../../src/blueprint/plan-app.js';
import {
  type Expected,
  FIFTH_LOT,
  FOURTH_LOT,
  FURTHER_PROMPTS,
  judge,
  SEVENTH_LOT,
  SIXTH_LOT,
  THIRD_LOT,
} from '../support/judged-plan.js';

const [, , lot] = process.argv;
const tell = (line: string): boolean => process.stdout.write(`${line}\n`);
const further = FURTHER_PROMPTS.filter((one) => (one.isHeldOut === true) === (lot === 'held-out'));
const lots: Readonly<Record<string, readonly Expected[]>> = {
  'third-lot': THIRD_LOT,
  'fourth-lot': FOURTH_LOT,
  'fifth-lot': FIFTH_LOT,
  'sixth-lot': SIXTH_LOT,
  'seventh-lot': SEVENTH_LOT,
};
const judged = (lots[lot ?? ''] ?? further).map((expected) => {
  const plan = planApp({ prompt: expected.prompt });
  return { expected, plan, ...judge(plan, expected) };
});

for (const { expected, plan, does, lacks, nonsense, unsaid, hasColours, hasLanguage } of judged) {
  tell(`${does.padEnd(4)} ${expected.prompt.slice(0, 110)}`);
  const tabs = plan.screens.filter(({ isTab }) => isTab).map(({ name }) => name);
  tell(`     ${plan.name} · ${tabs.join(', ')}`);
  tell(`     records: ${plan.entities.map(({ plural }) => plural).join(', ')}`);
  if (lacks.length > 0) tell(`     lacks: ${lacks.join('; ')}`);
  if (nonsense.length > 0) tell(`     nonsense: ${nonsense.join('; ')}`);
  if (unsaid.length > 0) tell(`     unsaid: ${unsaid.join('; ')}`);
  if (!hasColours) tell(`     colours: ${JSON.stringify(plan.palette)}`);
  if (!hasLanguage) tell(`     language: ${plan.language}`);
  for (const note of plan.notes) tell(`     – ${note}`);
}

const count = (is: (one: (typeof judged)[number]) => boolean): string => `${judged.filter(is).length}/${judged.length}`;
tell(`function: yes ${count(({ does }) => does === 'yes')}, yes or part ${count(({ does }) => does !== 'no')}`);
tell(`nonsense names: ${count(({ nonsense }) => nonsense.length > 0)}`);
tell(`notes right: ${count(({ unsaid }) => unsaid.length === 0)}`);
tell(`colours ${count(({ hasColours }) => hasColours)}; language ${count(({ hasLanguage }) => hasLanguage)}`);
