'use strict';
/**
 * Runs as a child process in the host folder. Each line from the pipe is a request `{files: {path, content}[], paths}`: check
 * `paths` among the files of one app with the TypeScript and types of the kit. The response is one line: `{path, line, column,
 * message, isMinor?}[]` (lines from 1, columns from 0), or `{missing}` if the kit has no compiler.
 */
const net = require('node:net');
const path = require('node:path');
const readline = require('node:readline');
const { createRequire } = require('node:module');
const { rawTexts } = require('./raw-text.cjs');

const PIPE_FD = 4;
const MAX_PROBLEMS = 200;
const MAX_CHARACTERS = 600;
const COMPILER_OPTIONS = { strict: true, noUncheckedIndexedAccess: true, noUnusedLocals: true, types: [] };
/** The errors of `noUnusedLocals`. */
const UNUSED_CODES = [6133, 6138, 6192, 6196, 6198, 6199];
const NO_INPUTS = 18002; // the "files" list of the configuration is empty, because the files come from the pipe
const RAW_TEXT =
  'A text, or a number that may be 0, stands outside of a Text here, which ends the app on phones: put it in a <Text>, or compare ("> 0 &&").';
/** Asset imports, which Metro turns into numbers and TypeScript does not know. */
const ASSETS = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'svg', 'ttf', 'otf', 'mp3', 'mp4']
  .map((kind) => `declare module '*.${kind}' { const asset: number; export default asset; }`)
  .join('\n');

const hostDir = process.cwd().replaceAll('\\', '/');
const pipe = new net.Socket({ fd: PIPE_FD, readable: true, writable: true });
let compiler;
let asked = 0;
readline.createInterface({ input: pipe }).on('line', (line) => {
  pipe.write(`${JSON.stringify(answerTo(JSON.parse(line)))}\n`);
});

function answerTo({ files, paths }) {
  try {
    compiler ??= loadCompiler(createRequire(path.join(hostDir, 'package.json'))('typescript'));
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return { missing: error.message.split('\n')[0] };
  }
  return problemsOf(compiler, files, paths);
}

/** The compiler with everything that is the same for all apps: the options, and the parsed types and module resolutions of the kit. */
function loadCompiler(ts) {
  const config = { extends: 'expo/tsconfig.base', compilerOptions: COMPILER_OPTIONS, files: [] };
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, hostDir);
  const wrong = errors.filter(({ code }) => code !== NO_INPUTS);
  if (wrong.length > 0) throw new Error(wrong.map(({ messageText }) => messageText).join('\n'));
  const resolutions = ts.createModuleResolutionCache(hostDir, (name) => name, options);
  return { ts, options, resolutions, disk: ts.createCompilerHost(options), kept: new Map() };
}

function problemsOf({ ts, options, ...parts }, files, paths) {
  // This folder does not exist: the files are checked as they were sent. Its name is new each time, because resolutions are
  // cached by folder.
  asked += 1;
  const root = `${hostDir}/projects/.types-${asked}`;
  const texts = new Map(files.map((file) => [`${root}/${file.path}`, file.content]));
  texts.set(`${root}/assets.d.ts`, ASSETS);
  const names = [...texts.keys()].filter((name) => /\.tsx?$/.test(name));
  const program = ts.createProgram(names, options, hostOf(ts, parts, root, texts));
  const sources = paths.map((each) => program.getSourceFile(`${root}/${each}`)).filter(Boolean);
  const found = sources.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  const placeOf = (file, start) => {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    return { path: file.fileName.slice(root.length + 1), line: line + 1, column: character };
  };
  const ofTypes = found.map(({ file, start = 0, code, messageText }) => {
    const said = ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, MAX_CHARACTERS);
    const message = `${said} (TS${code})`;
    return { ...placeOf(file, start), message, ...(UNUSED_CODES.includes(code) && { isMinor: true }) };
  });
  const isOfApp = (name) => texts.has(name);
  const ofText = sources.flatMap((file) =>
    rawTexts(ts, program.getTypeChecker(), file, isOfApp).map((node) => ({
      ...placeOf(file, firstOf(node, file)),
      message: RAW_TEXT,
    })),
  );
  return [...ofTypes, ...ofText].slice(0, MAX_PROBLEMS);
}

/** The offset of its first character that is not a space. */
function firstOf(node, file) {
  return node.getFullStart() + Math.max(0, file.text.slice(node.getFullStart(), node.end).search(/\S/));
}

/** The file system of the host, with the files of the app added. */
function hostOf(ts, { disk, kept, resolutions }, root, texts) {
  return {
    ...disk,
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    readFile: (name) => texts.get(name) ?? disk.readFile(name),
    directoryExists: (name) => name.startsWith(root) || ts.sys.directoryExists(name),
    getModuleResolutionCache: () => resolutions,
    getSourceFile: (name, target, ...more) => {
      if (texts.has(name)) return ts.createSourceFile(name, texts.get(name), target);
      if (!kept.has(name)) kept.set(name, disk.getSourceFile(name, target, ...more));
      return kept.get(name);
    },
  };
}
