/**
 * Run as a child: reads files that may be hostile, one after the other, and answers what is wrong with them. It may be killed by what
 * it reads; the caller sees that it is gone (gate-pool.ts).
 */
import { isText } from '../app-path.js';
import { checkedAsset } from '../assets/check-asset.js';
import { FileRefused } from '../workspace.port.js';
import { checkFile } from './check-file.js';
import { type GateAnswer, type GateQuestion, READY, type Refusal } from './gate-messages.js';

let last = Promise.resolve();

process.on('message', (question: GateQuestion) => {
  last = last.then(async () => void process.send?.(await answerTo(question)));
});
process.send?.(READY);

async function answerTo({ id, path, content }: GateQuestion): Promise<GateAnswer> {
  try {
    const file = { path, content: typeof content === 'string' ? content : Buffer.from(content) };
    return isText(path) ? { id, facts: checkFile(file) } : { id, content: await checkedAsset(file) };
  } catch (error) {
    return { id, refusal: refusalOf(error) };
  }
}

/** A recursion that ran out of stack is the file's fault as well, and so is anything else that reading it ends in. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof FileRefused) {
    return { why: error.why, ...(error.at && { at: error.at }), more: error.more.map(refusalOf) };
  }
  return { why: `it cannot be read (${error instanceof Error ? error.message : String(error)})`, more: [] };
}
