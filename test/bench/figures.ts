/** A row of the table that `npm run bench` prints. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** The same minute's reference run, where there is one, and the ratio to it. */
  readonly reference?: string;
}

/** The value below which a share (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function medianAndP95(samplesMs: readonly number[]): string {
  return `${quantile(samplesMs, 0.5).toFixed(0)} ms (p95 ${quantile(samplesMs, 0.95).toFixed(0)} ms, n=${samplesMs.length})`;
}

/** A Markdown table. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, reference = '–' }) => `| ${what} | ${value} | ${reference} |`);
  return ['| what | figure | reference, same minute |', '|---|---|---|', ...rows].join('\n');
}
