/**
 * Settings that keep tests apart from this machine's own models. The fake ones are on this machine too: one that fails on purpose
 * would be asked for plans alone from then on.
 */
export const NO_REAL_MODELS = { MODEL_SERVERS: 'off', MODEL_WRITES: 'code' } as const;
