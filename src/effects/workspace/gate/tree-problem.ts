import { type Program, visitorKeys } from 'oxc-parser';
import { MAX_TREE_DEPTH, MAX_TREE_NODES } from './source-bounds.js';

/**
 * Why a syntax tree is too much for later recursive readers, whatever spelling it comes from. This walk itself uses a
 * list instead of the stack. Every recursive walk of a tree comes after it.
 */
export function treeProblem(program: Program): string | undefined {
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: program, depth: 1 }];
  let nodes = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (!isNode(node)) continue;
    nodes += 1;
    if (depth > MAX_TREE_DEPTH) return `it is nested more than ${MAX_TREE_DEPTH} deep; nest it less deep`;
    if (nodes > MAX_TREE_NODES) return `it has more than ${MAX_TREE_NODES} parts; split it`;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = node[key];
      if (Array.isArray(child)) for (const each of child) waiting.push({ node: each as unknown, depth: depth + 1 });
      else waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return undefined;
}

function isNode(value: unknown): value is { readonly type: string; readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
