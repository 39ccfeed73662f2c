'use strict';
/**
 * Run as a child in the host folder: reads `{files: {path, content}[], paths}` as JSON from the pipe until its end, checks `paths`
 * among these files of one app by the kit's own TypeScript and types, and answers `{path, line, column, message}[]` (line
 * from 1, column from 0), or `{missing}` where the kit has no compiler.
 */
const net = require('node:net');
const path = require('node:path');
const { createRequire } = require('node:module');
const { text } = require('node:stream/consumers');

const PIPE_FD = 4;
const MAX_PROBLEMS = 200;
const MAX_CHARACTERS = 600;
const OPTIONS = { extends: 'expo/tsconfig.base' };
const COMPILER_OPTIONS = { strict: true, noUncheckedIndexedAccess: true, types: [] };
/** What Metro turns into a number, TypeScript knows nothing of. */
const ASSETS = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'svg', 'ttf', 'otf', 'mp3', 'mp4']
  .map((kind) => `declare module '*.${kind}' { const asset: number; export default asset; }`)
  .join('\n');

const pipe = new net.Socket({ fd: PIPE_FD, readable: true, writable: true, allowHalfOpen: true });
void text(pipe).then((json) => pipe.end(JSON.stringify(answerTo(JSON.parse(json)))));

function answerTo({ files, paths }) {
  const hostDir = process.cwd();
  let ts;
  try {
    ts = createRequire(path.join(hostDir, 'package.json'))('typescript');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return { missing: error.message.split('\n')[0] };
  }
  return problemsOf(ts, hostDir, files, paths);
}

function problemsOf(ts, hostDir, files, paths) {
  // No such folder is there: the files are checked as they were sent, whatever the disk holds by now.
  const root = `${hostDir.replaceAll('\\', '/')}/projects/.types`;
  const texts = new Map(files.map((file) => [`${root}/${file.path}`, file.content]));
  texts.set(`${root}/assets.d.ts`, ASSETS);
  const { options, errors } = ts.parseJsonConfigFileContent(
    { ...OPTIONS, compilerOptions: COMPILER_OPTIONS, files: [] },
    ts.sys,
    hostDir,
  );
  const names = [...texts.keys()].filter((name) => /\.tsx?$/.test(name));
  const program = ts.createProgram(names, options, hostOf(ts, options, root, texts));
  const broken = errors.filter(({ code }) => code !== 18002); // "files" is empty: they come from the pipe
  if (broken.length > 0) throw new Error(broken.map(({ messageText }) => messageText).join('\n'));
  const asked = paths.map((path) => program.getSourceFile(`${root}/${path}`)).filter(Boolean);
  const found = asked.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return found.slice(0, MAX_PROBLEMS).map(problem);

  function problem({ file, start = 0, code, messageText }) {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const said = ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, MAX_CHARACTERS);
    const where = { path: file.fileName.slice(root.length + 1), line: line + 1, column: character };
    return { ...where, message: `${said} (TS${code})` };
  }
}

/** The disk, with the files in it. */
function hostOf(ts, options, root, texts) {
  const disk = ts.createCompilerHost(options);
  return {
    ...disk,
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    readFile: (name) => texts.get(name) ?? disk.readFile(name),
    directoryExists: (name) => name.startsWith(root) || ts.sys.directoryExists(name),
    getSourceFile: (name, target, ...more) =>
      texts.has(name) ? ts.createSourceFile(name, texts.get(name), target) : disk.getSourceFile(name, target, ...more),
  };
}
