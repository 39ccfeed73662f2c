import { afterAll } from '@jest/globals';
import { Gate } from '../../src/effects/workspace/gate/gate.js';

/** A gate for the tests of one file. Its processes end with the tests. */
export function testGate(): Gate {
  const gate = new Gate();
  afterAll(() => gate.stop());
  return gate;
}
