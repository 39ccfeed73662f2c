import { markedAsCutShort } from '../../src/authoring/answer/cut-short.js';
import { JsonObjects, jsonObjects } from '../../src/authoring/answer/json-objects.js';
import { TaggedParts } from '../../src/authoring/answer/tagged-parts.js';
import { PlanRefused, readPlanAnswer } from '../../src/authoring/plan-answer.js';
import { readScreenAnswer } from '../../src/authoring/screen-answer.js';
import { FAKE_PLAN } from '../support/fake-model.js';
import { cpuMsOf } from '../support/cpu-time.js';
import type { Random } from './random.js';

const PATH = 'app/index.tsx';
const FINAL = 'export default function Final() {\n  return "</file>, <think> and {name}";\n}\n';
const DRAFT = 'export default function Draft() {\n  return null;\n}\n';
const OTHER = '<file path="app/other.tsx">\nexport default 1;\n</file>\n';
const PLAN = JSON.stringify(FAKE_PLAN);
const PLAN_DRAFT = JSON.stringify({ ...FAKE_PLAN, name: 'Draft' });

const NOISE = [
  '',
  '',
  'Sure!\n',
  'The shape is {name}.\n',
  '```\n',
  '\r\n',
  'It is "so" 5\' {\n',
  '> quoted\n',
  OTHER,
  '字 🍕\n',
];
const OPENINGS = [
  `<file path="${PATH}">`, `<file path='${PATH}'>`, `<file path=${PATH}>`, `<FILE path="./${PATH}">`, `<file lang="tsx" path="/${PATH}" >`,
  `< file name="${PATH}">`, `**<file path="${PATH}">**`, `<file path="app\\index.tsx">`,
]; // prettier-ignore
const CLOSINGS = ['</file>', '</File>', '</ file >', '</file>.', '<\\/file>'];
const THOUGHTS = [
  ['<think>', '</think>'], ['<thinking>', '</thinking>'], ['[THINK]', '[/THINK]'], ['◁think▷', '◁/think▷'], ['', '</think>'],
] as const; // prettier-ignore

/** Noise goes on for so many characters, now and then: an answer of 8,000 tokens has some 30,000. */
const LONG = 12_000;
/** How much longer than a straight answer of the most that is read here a bent one may take. */
const MOST_TIMES = 5;

export interface BentReading {
  /** Of the processor, for the answer that took longest. */
  readonly slowestMs: number;
  readonly slowest: string;
  /** The same for a straight answer that is as long as the longest bent ones: what a machine takes for honest work. */
  readonly straightMs: number;
  /** What was taken that is not the final one as a whole, by the first fault; undefined: nothing was. */
  readonly fault?: string;
  readonly isQuick: boolean;
}

/** Has both readers read so many answers: files and plans that are bent, thought about, surrounded by noise, cut into pieces and cut off. */
export function readBentAnswers(random: Random, answers: number): BentReading {
  const straightMs = msOfStraightAnswers();
  let slowestMs = 0;
  let slowest = '';
  const reading = (): BentReading => ({
    slowestMs,
    slowest,
    straightMs,
    isQuick: slowestMs <= straightMs * MOST_TIMES,
  });
  for (let left = answers; left > 0; left--) {
    const bent = random.next() < 0.5 ? bentFile(random) : bentPlan(random);
    const isCut = random.next() < 0.4;
    const text = isCut ? markedAsCutShort(bent.text.slice(0, random.between(0, bent.text.length))) : bent.text;
    const ms = cpuMsOf(() => bent.read(text), { unlessBelow: slowestMs });
    if (ms > slowestMs) [slowestMs, slowest] = [ms, JSON.stringify(text.slice(0, 200))];
    const taken = bent.read(text);
    const isRight = taken === bent.final || (isCut && (taken === undefined || taken === bent.draft));
    if (!isRight || !isSameInPieces(random, text))
      return { ...reading(), fault: JSON.stringify({ text, taken, isCut }) };
  }
  return reading();
}

/** Of the processor, for a file and a plan that nobody has bent. */
function msOfStraightAnswers(): number {
  const length = 5 * LONG;
  const file = `<file path="${PATH}">\n${FINAL.repeat(length / FINAL.length)}</file>\n`;
  const [entity] = FAKE_PLAN.entities;
  const samples = Array.from({ length: length / 40 }, (_, row) => [`Sample ${row}`, 'Pantry', '3', '250']);
  const plan = JSON.stringify({ ...FAKE_PLAN, entities: [{ ...entity, samples }] });
  return Math.max(
    cpuMsOf(() => readScreenAnswer(file, PATH)),
    cpuMsOf(() => readPlanAnswer(plan)),
  );
}

interface BentAnswer {
  readonly text: string;
  readonly final: string;
  /** Whole too, and outside reasoning: what is left where the final one is cut off. */
  readonly draft?: string;
  readonly read: (text: string) => string | undefined;
}

function bentFile(random: Random): BentAnswer {
  const file = (content: string): string => {
    const isFenced = random.next() < 0.3;
    const code = isFenced ? `\`\`\`tsx\n${content}\`\`\`\n` : content;
    return `${one(random, OPENINGS)}\n${code}${one(random, CLOSINGS)}\n`;
  };
  const { text, hasDraft } = surrounded(random, () => file(DRAFT), file(FINAL));
  return {
    text: random.next() < 0.2 ? text.replaceAll('\n', '\r\n') : text,
    final: FINAL,
    ...(hasDraft && { draft: DRAFT }),
    read: (answer) => {
      const read = readScreenAnswer(answer, PATH);
      return 'file' in read ? read.file.content : undefined;
    },
  };
}

function bentPlan(random: Random): BentAnswer {
  const bent = (json: string): string => {
    const spoilt = random.next() < 0.3 ? json.replaceAll('}]', '},\n]') : json;
    return random.next() < 0.5 ? `\`\`\`json\n${spoilt}\n\`\`\`\n` : `${spoilt}\n`;
  };
  const { text, hasDraft } = surrounded(random, () => bent(PLAN_DRAFT), bent(PLAN));
  return {
    text,
    final: PLAN,
    ...(hasDraft && { draft: PLAN_DRAFT }),
    read: (answer) => {
      try {
        return JSON.stringify(readPlanAnswer(answer));
      } catch (error) {
        if (error instanceof PlanRefused) return undefined;
        throw error;
      }
    },
  };
}

function surrounded(
  random: Random,
  draft: () => string,
  final: string,
): { readonly text: string; readonly hasDraft: boolean } {
  const [opening, closing] = random.oneOf(THOUGHTS) ?? THOUGHTS[0];
  const thought = random.next() < 0.5 ? '' : `${opening}\n${noise(random)}${draft()}${noise(random)}${closing}\n`;
  const hasFirst = random.next() < 0.3;
  // Before its end has come, nothing tells a thought that nobody opened from an answer.
  const hasDraft = hasFirst || opening === '';
  const first = hasFirst ? `${draft()}${noise(random)}` : '';
  return { text: thought + noise(random) + first + noise(random) + final + noise(random), hasDraft };
}

function noise(random: Random): string {
  const said = one(random, NOISE);
  return random.next() < 0.003 ? said.repeat(Math.floor(LONG / Math.max(1, said.length))) : said;
}

/** Both streaming readers give the same for any pieces. */
function isSameInPieces(random: Random, text: string): boolean {
  const [parts, whole] = [new TaggedParts(), new TaggedParts()];
  const objects = new JsonObjects(false);
  for (let start = 0; start < text.length;) {
    const piece = text.slice(start, start + random.between(1, 60));
    parts.push(piece);
    objects.push(piece);
    start += piece.length;
  }
  whole.push(text);
  const isSame = JSON.stringify(parts.end().files) === JSON.stringify(whole.end().files);
  const all = jsonObjects(text);
  return isSame && objects.end().every((object) => all.includes(object) || text.includes('The answer was cut short'));
}

function one(random: Random, from: readonly string[]): string {
  return random.oneOf(from) ?? '';
}
