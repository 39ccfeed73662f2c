export interface PatchLine {
  readonly kind: 'added' | 'removed' | 'same' | 'gap';
  readonly text: string;
}

const KINDS: Readonly<Record<string, PatchLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'same', '@': 'gap' };

/** The lines of a unified diff of one file, without its head. */
export function patchLines(patch: string): readonly PatchLine[] {
  const lines = patch.split('\n');
  const first = lines.findIndex((line) => line.startsWith('@@'));
  if (first === -1) return [];
  return lines.slice(first).flatMap((line) => {
    const kind = KINDS[line.charAt(0)];
    if (kind === undefined) return [];
    return [{ kind, text: kind === 'gap' ? line : line.slice(1) }];
  });
}
