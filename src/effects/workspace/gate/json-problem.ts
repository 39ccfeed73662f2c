import { MAX_TREE_DEPTH } from './source-bounds.js';

/** Why a text is no JSON that a generated app may hold; undefined where it is. */
export function jsonProblem(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const waiting = [{ value, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > MAX_TREE_DEPTH) return `it is nested more than ${MAX_TREE_DEPTH} deep`;
    for (const each of Object.values(next.value)) waiting.push({ value: each as unknown, depth: next.depth + 1 });
  }
  return undefined;
}
