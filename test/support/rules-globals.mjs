/** Stands for `@jest/globals` where jest-light-runner runs specs: see rules-setup.mjs. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = globalThis;
