/** `npm run fuzz`: has everything that reads foreign text in the service's own process read a great many of them. */
import { parseArgs } from 'node:util';
import { readBentAnswers } from './bent-answers.js';
import { readHostileTexts } from './hostile-text.js';
import { Random } from './random.js';

const HELP = `Reads generated texts as prompts, answers, edits, plans, paths, frames and bodies, and a tenth as many answers whose files and plans are
bent, thought about, surrounded and cut off. Prints the slowest reads.

  npm run fuzz -- [--texts 1000000] [--seed <number>]

Ends with 1 where a text takes more than 200 ms of the processor, an answer far longer than a straight one of its length, or where
something is taken that is not whole or was not meant; with a stack where one is not answered.
`;
const MOST_CPU_MS = 200;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(HELP);
} else {
  process.stderr.write(`--texts ${values.texts} --seed ${values.seed}\n`);
  const { reader, cpuMs, text } = readHostileTexts(new Random(Number(values.seed)), Number(values.texts));
  process.stdout.write(`slowest: ${cpuMs.toFixed(0)} ms, ${reader}, ${text}\n`);
  const bent = readBentAnswers(new Random(Number(values.seed)), Number(values.texts) / 10);
  const { slowestMs, slowest, straightMs, fault, isQuick } = bent;
  process.stdout.write(
    `slowest answer: ${slowestMs.toFixed(1)} ms, a straight one ${straightMs.toFixed(1)} ms: ${slowest}${fault === undefined ? '' : `\nwrongly taken: ${fault}`}\n`,
  );
  process.exitCode = cpuMs > MOST_CPU_MS || !isQuick || fault !== undefined ? 1 : 0;
}
