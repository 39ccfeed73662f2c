/** The name of a person who gave none. */
export const ANONYMOUS = 'anonymous';
