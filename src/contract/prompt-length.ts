/** In characters, without the space around it. */
export const PROMPT_LENGTH = { least: 10, most: 5000 } as const;
