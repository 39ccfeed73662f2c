import { startEmbeddedPostgres } from '../../src/event-store/embedded-postgres/embedded-postgres.js';
import {
  MODEL_LINES,
  occurrences,
  openInstance,
  party,
  type PartyEnd,
  randomFrom,
  withoutTokens,
} from '../support/edit-party.js';
import type { Figure } from './figures.js';

/** PARTY_ROUNDS says how many; each plays five people and a model on three files. */
const ROUNDS = Number(process.env['PARTY_ROUNDS'] ?? 200);

/** No timing: how many rounds of editing together end as they must. Throws at the first that does not. */
export async function benchParty(dataDir: string): Promise<readonly Figure[]> {
  const postgres = await startEmbeddedPostgres({ dataDir, durability: 'off', log: () => undefined });
  const instances = [await openInstance(postgres.connectionString), await openInstance(postgres.connectionString)];
  try {
    let [edits, lostAnswers] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      for (const end of await party(instances, `party-${round}`, randomFrom(10_000 + round))) {
        if (!isRight(end)) throw new Error(`Round ${round} did not end as it must:\n${JSON.stringify(end, null, 1)}`);
        edits += end.typed.length;
        lostAnswers += end.lostAnswers;
      }
    }
    const value = `${ROUNDS} rounds, ${edits} edits kept, ${lostAnswers} lost answers: 0 lost, 0 twice, all the same`;
    return [{ what: 'five people and a model on three files, two instances', value }];
  } finally {
    for (const instance of instances) await instance.close();
    await postgres.stop();
  }
}

function isRight({ text, file, shown, typed }: PartyEnd): boolean {
  return (
    file === text &&
    shown.every((each) => each === text) &&
    typed.every((token) => occurrences(text, token) === 1) &&
    MODEL_LINES.every((line) => occurrences(withoutTokens(text), line) === 1)
  );
}
