import { expect } from '@jest/globals';
import type { Command } from '../../src/generation/commands.js';
import { decide } from '../../src/generation/decide.js';
import type { GenerationEvent, RecordedEvent } from '../../src/generation/events.js';
import { foldProject, type ProjectState } from '../../src/generation/state.js';

/** An event in a spec; run 1 by default. */
export type Fact = GenerationEvent & { readonly run?: number };

/** The events as the log would return them, one second apart. */
export function record(facts: readonly Fact[]): readonly RecordedEvent[] {
  return facts.map((fact, index) => ({
    ...fact,
    run: fact.run ?? 1,
    seq: index + 1,
    at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
  }));
}

/** given(events).when(command).then(events): the test of a rule reads like its requirement. */
export function given(...facts: readonly Fact[]) {
  const state: ProjectState = foldProject('demo', record(facts));
  return {
    state,
    when(command: Command) {
      return {
        then(...expected: readonly Fact[]): void {
          expect(decide(state, command)).toEqual(expected.map((fact) => ({ run: 1, ...fact })));
        },
        thenNothing(): void {
          expect(decide(state, command)).toEqual([]);
        },
        thenRefused(code: string): void {
          let refusal: unknown;
          try {
            decide(state, command);
          } catch (error) {
            refusal = error;
          }
          expect(refusal).toMatchObject({ code });
        },
      };
    },
  };
}
