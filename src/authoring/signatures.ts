import { parseSync } from 'oxc-parser';
import type { SourceFile } from '../generation/app-files.js';

/** Longer declarations are cut after their first line. */
const MAX_VALUE_CHARACTERS = 400;

/** A file's interfaces, types and exported functions, without function bodies. For prompts, not for a compiler. */
export function signaturesOf({ path, content }: SourceFile): string {
  const { program } = parseSync(path, content);
  const lines = program.body.flatMap((node): string[] => {
    if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') {
      return [content.slice(node.start, node.end)];
    }
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    const { declaration } = node;
    const whole = content.slice(node.start, node.end);
    // A truncated type would say nothing.
    if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration') return [whole];
    if (declaration.type === 'FunctionDeclaration' && declaration.body) {
      return [`${content.slice(node.start, declaration.body.start).trim()};`];
    }
    return whole.length <= MAX_VALUE_CHARACTERS ? [whole] : [`${whole.split('\n')[0] ?? ''} …`];
  });
  return `// ${path}\n${lines.join('\n')}`;
}
