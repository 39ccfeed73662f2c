import type { Experiment, ExperimentList } from '../../contract/experiments.js';
import { count } from '../ui/format.js';

type Summary = ExperimentList['experiments'][number];

/** What an experiment is doing, for people. */
export const STATUS_WORDS: Readonly<Record<Experiment['status'], string>> = {
  running: 'Running',
  suspended: 'Suspended',
  cancelled: 'Cancelled',
  complete: 'Complete',
};

export function summaryLine({ arms, runs, runs_ended, votes }: Summary): string {
  return `${count(arms, 'arm')} · ${runs_ended} of ${count(runs, 'run')} ended · ${count(votes, 'vote')}`;
}
