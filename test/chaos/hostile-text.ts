import { readEditAnswer } from '../../src/authoring/edit-answer.js';
import { readPicture } from '../../src/authoring/picture-answer.js';
import { PlanRefused, readPlanAnswer } from '../../src/authoring/plan-answer.js';
import { planFromAnswer } from '../../src/authoring/plan-from-answer.js';
import { readScreenAnswer } from '../../src/authoring/screen-answer.js';
import { planApp } from '../../src/blueprint/plan-app.js';
import { startRequest } from '../../src/contract/requests.js';
import { requireAppPath } from '../../src/effects/workspace/app-path.js';
import { boundsProblem } from '../../src/effects/workspace/gate/source-bounds.js';
import { importProblem } from '../../src/effects/workspace/gate/import-problem.js';
import { isPlaceholder } from '../../src/effects/workspace/gate/placeholder.js';
import { PathRefused } from '../../src/effects/workspace/workspace.port.js';
import { tokensOf } from '../../src/effects/language-model/tokens.js';
import { ClientError } from '../../src/gateway/client-error.js';
import { parseClientMessage } from '../../src/gateway/client-message.js';
import { cpuMsOf } from '../support/cpu-time.js';
import type { Random } from './random.js';

/** Whoever reads a text of a person or a model in the service's own process. */
interface TextReader {
  readonly name: string;
  /** The longest text that gets so far, in characters. */
  readonly longest: number;
  /** How many texts it gets for each one of the others; default 1. */
  readonly share?: number;
  readonly read: (text: string) => unknown;
}

const DRAFT = planApp({ prompt: 'Create a recipe app' });
const FILES = [{ path: 'app/index.tsx', content: 'export default 1;\n' }];
/** What an answer to the longest of the prompts may have. */
const ANSWER = 100_000;

const TEXT_READERS: readonly TextReader[] = [
  { name: 'prompt', longest: 5_000, share: 0.2, read: (text) => planApp({ prompt: text }) },
  { name: 'screen answer', longest: ANSWER, read: (text) => readScreenAnswer(text, 'app/index.tsx') },
  { name: 'edit answer', longest: ANSWER, read: (text) => readEditAnswer(text, FILES) },
  {
    name: 'plan answer',
    longest: ANSWER,
    read: (text) => refused(PlanRefused, () => planFromAnswer(DRAFT, readPlanAnswer(text))),
  },
  { name: 'picture', longest: 500_000, read: (text) => readPicture(text) },
  { name: 'path', longest: ANSWER, read: (text) => refused(PathRefused, () => requireAppPath(text)) },
  { name: 'import', longest: ANSWER, read: (text) => importProblem('app/index.tsx', text) },
  { name: 'comment', longest: ANSWER, read: (text) => isPlaceholder(text) },
  { name: 'source', longest: 500_000, read: (text) => boundsProblem(text) },
  { name: 'tokens', longest: 20_000, share: 0.2, read: (text) => tokensOf(text) },
  {
    name: 'frame',
    longest: 60_000,
    read: (text) => refused(ClientError, () => parseClientMessage(Buffer.from(text), false, ['start'])),
  },
  {
    name: 'body',
    longest: 60_000,
    read: (text) => startRequest.safeParse({ prompt: text, user_id: text, options: { seed: text } }),
  },
];

/** What texts are made of: marks that readers look for, words that they know, and what repeats well. */
const PARTS = [
  '<file path="app/index.tsx">\n', '</file>\n', '<edit path="app/index.tsx">\n', '</edit>\n', '<<<<<<< SEARCH\n', '=======\n',
  '>>>>>>> REPLACE\n', '```tsx\n', '```\n', '<think>', '</think>', '[THINK]', '</thinking ', '<|channel|>analysis', "<file path='", '< file ', '<details type=', '{"action":"start","prompt":"', '"}', '{"name":"', '"entities":[', '{', '}', '[', ']',
  '{"a":', '[[', '(', ')', '${', '`', 'A<', '<A>', '</A>', '()=>', '!', 'a?b:', 'if(a)', '// ', '/* ', '*/', '... ', 'existing code ',
  'rest of the file ', 'remains the same ', '../', './', '\\', '"', "'", ' ', '  ', '\t', '\n', '\r\n', '\u2028', '\0', '\ud83d', '\u{1f355}', 'é', '字', 'ß',
  'with ', 'and ', ', ', 'screens ', 'include ', 'called ', 'a ', 'in ', 'white ', 'theme ', 'background ', 'of ', 'the ', 'track ', ': ', '- ', '-', '.',
  '#fff ', 'shop ', 'A', 'a', '1', '0', '9', 'AAAA', '%', '&', '+', '=', '@', '~', '^', '|', 'iVBORw0KGgo',
]; // prettier-ignore

/** Mostly short; now and then as long as the reader's longest. */
export function hostileText(random: Random, longest: number): string {
  const unit = Array.from({ length: random.between(1, 5) }, () => random.oneOf(PARTS) ?? '').join('');
  const start = random.next() < 0.5 ? '' : (random.oneOf(PARTS) ?? '');
  const end = random.next() < 0.5 ? '' : (random.oneOf(PARTS) ?? '');
  const length = random.next() < 0.005 ? longest : random.between(1, Math.min(longest, 300));
  return (start + unit.repeat(Math.ceil(length / unit.length)) + end).slice(0, longest);
}

export interface SlowestRead {
  readonly reader: string;
  readonly cpuMs: number;
  /** The beginning of the text, as JSON. */
  readonly text: string;
}

/** Has the readers read so many texts between them. @returns the one that took the processor longest @throws what a reader throws besides its refusal */
export function readHostileTexts(random: Random, texts: number): SlowestRead {
  let slowest: SlowestRead = { reader: '', cpuMs: 0, text: '' };
  const shares = TEXT_READERS.reduce((sum, { share = 1 }) => sum + share, 0);
  for (const { name, longest, share = 1, read } of TEXT_READERS) {
    for (let left = Math.ceil((texts * share) / shares); left > 0; left--) {
      const text = hostileText(random, longest);
      const cpuMs = cpuMsOf(() => read(text), { unlessBelow: slowest.cpuMs });
      if (cpuMs > slowest.cpuMs) slowest = { reader: name, cpuMs, text: JSON.stringify(text.slice(0, 120)) };
    }
  }
  return slowest;
}

/** A refusal is an answer; anything else that is thrown is not. */
function refused(kind: abstract new (...args: never[]) => Error, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
}
