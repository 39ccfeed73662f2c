import { type ParseResult, type Program, Visitor } from 'oxc-parser';

import { importProblem } from './import-problem.js';
import { isPlaceholder } from './placeholder.js';

/** What is wrong with a source file, and where: an offset into its text. */
export interface SourceProblem {
  readonly start: number;
  readonly why: string;
}

type Node = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]['CallExpression']>>[0]['arguments'][number];

/** Metro's own names for its module system: a way around every import that is checked. */
const MODULE_SYSTEM =
  /^(?:__r|__d|__c|__prefetchImport|__loadBundleAsync|__registerSegment|__resetAllModules|_dependencyMap|metroRequire|_\$\$_[A-Z_]+|__webpack_require__)$/;
/** Metro makes a bundle of what these are given, past every import that is checked. */
const WORKERS = ['Worker', 'SharedWorker'];
const GLOBAL_OBJECTS = ['globalThis', 'global', 'window', 'self'];
const SERVER_DIRECTIVES = ['use dom', 'use server'];
/** They make the compiler import what no import statement names. */
const COMPILER_PRAGMA = /@jsx(?:ImportSource|Runtime|Frag)?\b|^\/\s*<reference\b/;

/** Every import in any of its spellings, and every way around them. @param path in its project: relative imports start there */
export function sourceProblems(path: string, { program, comments }: ParseResult): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  const refuse = (start: number, why: string): void => void problems.push({ start, why });
  for (const { start, value } of comments) {
    if (COMPILER_PRAGMA.test(value)) refuse(start, 'a comment may not direct the compiler');
    if (isPlaceholder(value)) refuse(start, 'a comment stands in place of code; write the whole file');
  }
  visit(program, refuse, (start, specifier) => {
    const why = importProblem(path, specifier);
    if (why !== undefined) refuse(start, why);
  });
  return problems.sort((a, b) => a.start - b.start);
}

function visit(
  program: Program,
  refuse: (start: number, why: string) => void,
  onImport: (start: number, specifier: string) => void,
): void {
  const direct = new Set<object>();
  const computed = (start: number, from: Node): void => {
    const specifier = constantText(from);
    if (specifier === undefined) refuse(start, 'what is imported must be written out as a text');
    else onImport(start, specifier);
  };
  const named = (start: number, text: string | undefined): void => {
    if (text !== undefined && MODULE_SYSTEM.test(text)) refuse(start, `${text} belongs to the module system`);
  };

  new Visitor({
    ImportDeclaration: ({ source }) => onImport(source.start, source.value),
    ExportAllDeclaration: ({ source }) => onImport(source.start, source.value),
    ExportNamedDeclaration: ({ source }) => source && onImport(source.start, source.value),
    ImportExpression: ({ start, source }) => computed(start, source),
    TSImportType: ({ source }) => onImport(source.start, source.value),
    TSExternalModuleReference: ({ expression }) => onImport(expression.start, expression.value),
    CallExpression: ({ start, callee, arguments: [first, ...others] }) => {
      const called = plain(callee);
      if (called.type !== 'Identifier') return;
      if (called.name === 'Function') refuse(start, 'code may not be made from text');
      if (called !== callee || called.name !== 'require' || !first || others.length > 0) return;
      direct.add(called);
      computed(start, first);
    },
    NewExpression: ({ start, callee }) => {
      const made = plain(callee);
      if (made.type !== 'Identifier') return;
      if (made.name === 'Function') refuse(start, 'code may not be made from text');
      if (WORKERS.includes(made.name))
        refuse(start, `a generated app has no ${made.name}; do the work where it is needed`);
    },
    Identifier: (node) => {
      named(node.start, node.name);
      if (node.name === 'eval') refuse(node.start, 'code may not be made from text');
      if (node.name === 'require' && !direct.has(node)) {
        refuse(node.start, 'require may only be called, with the path written out');
      }
    },
    MemberExpression: ({ start, object, property, computed: isComputed }) => {
      if (!isComputed || object.type !== 'Identifier' || !GLOBAL_OBJECTS.includes(object.name)) return;
      if (constantText(property) === undefined) refuse(start, `what is read of ${object.name} must be written out`);
    },
    Literal: ({ start, value }) => named(start, typeof value === 'string' ? value : undefined),
    TemplateLiteral: (node) => named(node.start, constantText(node)),
    BinaryExpression: (node) => named(node.start, constantText(node)),
    Program: ({ body }) => {
      for (const statement of body) {
        const directive = statement.type === 'ExpressionStatement' ? statement.directive : undefined;
        if (directive !== undefined && directive !== null && SERVER_DIRECTIVES.includes(directive)) {
          refuse(statement.start, `${JSON.stringify(directive)} is not for a generated app`);
        }
      }
    },
  }).visit(program);
}

/** What is left of an expression when types and parentheses have gone. */
function plain(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return plain(node.expression);
    default:
      return node;
  }
}

/** A text that is the same whenever it is evaluated: literals, templates without holes, and sums of these. */
function constantText(node: Node): string | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
    case 'ParenthesizedExpression':
      return constantText(node.expression);
    case 'BinaryExpression': {
      if (node.operator !== '+') return undefined;
      const [left, right] = [constantText(node.left), constantText(node.right)];
      return left === undefined || right === undefined ? undefined : left + right;
    }
    default:
      return undefined;
  }
}
