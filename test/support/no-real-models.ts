/**
 * Settings that keep tests away from the real models on this machine. MODEL_WRITES is set because the fake models are on this
 * machine too: after a failure on purpose, they would be asked for plans only.
 */
export const NO_REAL_MODELS = { MODEL_SERVERS: 'off', MODEL_WRITES: 'code' } as const;
