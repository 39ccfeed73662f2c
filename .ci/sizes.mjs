/**
 * Checks the length of files and functions: `npm run sizes` prints the longest and fails above the limits. Generated files, tests
 * and the blueprint, whose files contain the text of apps, do not count.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const LIMITS = { medianOfFiles: 60, longestFile: 300, p90OfFunctions: 20 };
const LEFT_OUT = /\.(?:spec|d)\.ts$|^src\/blueprint\/|\/generated\/|\/warm-up/;

const files = readdirSync('src', { recursive: true })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !LEFT_OUT.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .map((file) => ({ ...file, lines: linesOf(file.text) }))
  .sort((one, other) => other.lines - one.lines);
const functions = files.flatMap(functionsOf).sort((one, other) => other.lines - one.lines);

const found = {
  medianOfFiles: files[Math.floor(files.length / 2)].lines,
  longestFile: files[0].lines,
  p90OfFunctions: functions[Math.floor(functions.length * 0.1)].lines,
};

process.stdout.write(`${files.length} files: median ${found.medianOfFiles} lines; the longest:\n`);
for (const { lines, path } of files.slice(0, 5)) process.stdout.write(`${String(lines).padStart(5)}  ${path}\n`);
process.stdout.write(`${functions.length} functions: 90 % have at most ${found.p90OfFunctions} lines; the longest:\n`);
for (const { lines, name, path } of functions.slice(0, 10))
  process.stdout.write(`${String(lines).padStart(5)}  ${name}  ${path}\n`);

for (const [what, limit] of Object.entries(LIMITS)) {
  if (found[what] <= limit) continue;
  process.stderr.write(`${what} is ${found[what]}; the limit is ${limit}.\n`);
  process.exitCode = 1;
}

function linesOf(text) {
  return text.trimEnd().split('\n').length;
}

function functionsOf({ path, text }) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const all = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body)) {
      all.push({ path, name: node.name?.getText() ?? '(a callback)', lines: linesOf(node.getText()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return all;
}
