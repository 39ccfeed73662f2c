/** Who acts where nobody signs in. */
export const ANONYMOUS = 'anonymous';
