import { parseSync } from 'oxc-parser';
import type { SourceFile } from '../generation/app-files.js';

/** Values longer than this are described by their type, not by their text. */
const MAX_VALUE_CHARACTERS = 400;

/** What a file offers: its interfaces, types and exported functions without their bodies. For prompts, not for a compiler. */
export function signaturesOf({ path, content }: SourceFile): string {
  const { program } = parseSync(path, content);
  const lines = program.body.flatMap((node): string[] => {
    if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') {
      return [content.slice(node.start, node.end)];
    }
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return [];
    const { declaration } = node;
    const whole = content.slice(node.start, node.end);
    // A type says nothing where it is cut.
    if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration') return [whole];
    if (declaration.type === 'FunctionDeclaration' && declaration.body) {
      return [`${content.slice(node.start, declaration.body.start).trim()};`];
    }
    return whole.length <= MAX_VALUE_CHARACTERS ? [whole] : [`${whole.split('\n')[0] ?? ''} …`];
  });
  return `// ${path}\n${lines.join('\n')}`;
}
