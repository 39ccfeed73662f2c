/** Builds the studio where what it is made of is newer than what is built. */
export function buildStudio(): Promise<void>;
