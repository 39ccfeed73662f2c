import { readdirSync, readFileSync } from 'node:fs';
import { planFromAnswer } from '../../src/authoring/plan-from-answer.js';
import { readPlanAnswer } from '../../src/authoring/plan-answer.js';
import { readScreenAnswer } from '../../src/authoring/screen-answer.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import type { SourceFile } from '../../src/generation/app-files.js';
import type { AppPlan } from '../../src/generation/plan.js';

const FOLDER = 'test/fixtures/recorded-answers';
const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.res.txt'))
  .sort()
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

/** The recorded answers of a strong model for one app. */
export interface RecordedApp {
  readonly id: string;
  readonly prompt: string;
  /** Numbers of the answers with its plan and its last screen. */
  readonly plan: number;
  readonly last: number;
}

export const CHOIR: RecordedApp = {
  id: 'choir',
  prompt:
    'I want an app for my choir: rehearsal schedule, songs with lyrics, attendance and a members list. Use burgundy and cream.',
  plan: 15,
  last: 28,
};

export const RECORDED_APPS: readonly RecordedApp[] = [
  {
    id: 'snake',
    prompt:
      'A classic snake game with swipe controls, increasing speed, pause, sound-free haptics and a high score table',
    plan: 1,
    last: 7,
  },
  {
    id: 'drums',
    prompt: 'A drum machine: 4 tracks x 16 steps, tempo slider, play/stop, clear, save and load patterns',
    plan: 8,
    last: 14,
  },
  CHOIR,
];

/** The text of the answer with this number. */
export const recordedText = (number: number): string => texts[number - 1] ?? '';

/** The recorded answers for its screens. */
export const screenTexts = ({ plan, last }: RecordedApp): readonly string[] => texts.slice(plan, last);

/** Parses its plan and screens with the current parsers. @throws if a screen cannot be parsed */
export function replayed(app: RecordedApp): {
  readonly plan: AppPlan;
  readonly screens: readonly (SourceFile & { readonly text: string })[];
} {
  const { plan } = planFromAnswer(planApp({ prompt: app.prompt }), readPlanAnswer(recordedText(app.plan)));
  const screens = screenTexts(app).map((text) => {
    const [, path = ''] = /^<file path="(.*)">\n/.exec(text) ?? [];
    const read = readScreenAnswer(text, path);
    if (!('file' in read)) throw new Error(read.problems.join());
    return { ...read.file, text };
  });
  return { plan, screens };
}
