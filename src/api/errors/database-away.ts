/** The socket's own errors, the SQLSTATE classes of a lost or refused connection, and Prisma's names for them. */
const AWAY_CODES =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|08\d{3}|57P0[123]|53300|3D000|P1001|P1002|P1003|P1008|P1017|P2037)$/;

/** node-postgres gives these no code. */
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Can't reach database server|after calling end on the pool/i;

/** True when the error says that the database could not be reached, however the drivers wrap it. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (AWAY_CODES.test(code) || AWAY_WORDS.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some((inner) => isDatabaseAway(inner, depth + 1));
  return isDatabaseAway(error.cause, depth + 1);
}
