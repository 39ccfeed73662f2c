/** Replaces `@jest/globals` in specs that jest-light-runner runs: see rules-setup.mjs. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = globalThis;
