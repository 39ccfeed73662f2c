import type { AdminRun } from '../../contract/admin/runs.js';
import { STAGE_TABLE } from '../../contract/stages.js';
import { duration, money } from '../ui/format.js';

/** How a run is, for people. */
export const RUN_STATUS: Readonly<Record<AdminRun['status'], string>> = {
  active: 'Under way',
  complete: 'Complete',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export function stageWords(stage: string): string {
  return stage in STAGE_TABLE ? STAGE_TABLE[stage as keyof typeof STAGE_TABLE].words.started : stage;
}

/** `no cost`, `$0.02`, `unknown cost`. */
export function costWords(usd: number | null): string {
  if (usd === null) return 'unknown cost';
  return usd === 0 ? 'no cost' : money(usd);
}

export function took(ms: number | null): string {
  return ms === null ? '–' : duration(ms);
}

const MOMENT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** `Nov 28, 2026, 1:02 AM`, where the person is. */
export function moment(at: string): string {
  return MOMENT.format(new Date(at));
}
