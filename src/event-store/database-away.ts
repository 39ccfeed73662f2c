/**
 * SQLSTATEs of a server that cannot serve now: connection lost (08), out of resources (53), shutting down or recovering (57P0x),
 * disk failure (58030), a replica after a failover (25006), no such database yet (3D000).
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const SQLSTATES = /^(?:08\w{3}|53\w{3}|57P0[1-5]|58030|25006|3D000)$/;

/** Network errors. The codes in `SOCKET_FILE_CODES` refer to the Unix socket only if they come from connecting. */
const SYSTEM_CODES =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/;
const SOCKET_FILE_CODES = /^(?:ENOENT|EACCES|ENOTDIR)$/;

/** https://www.prisma.io/docs/orm/reference/error-reference: unreachable, timed out, no such database, closed, pool exhausted, too many. */
const PRISMA_CODES = /^P(?:1001|1002|1003|1008|1011|1017|2024|2037)$/;

/** Errors of node-postgres and Prisma that have no code. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|not queryable|Can't reach database server|after calling end on the pool|Server has closed the connection/i;

/** True if the error means that the database could not be reached or cannot serve now, however the drivers wrap it. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  if (saysSo(error)) return true;
  if (error instanceof AggregateError) return error.errors.some((inner) => isDatabaseAway(inner, depth + 1));
  return innerOf(error).some((inner) => isDatabaseAway(inner, depth + 1));
}

function saysSo(error: object): boolean {
  const code = textOf(error, 'code');
  const message = textOf(error, 'message');
  if (code === 'log_unavailable' || textOf(error, 'kind') === 'DatabaseNotReachable') return true;
  if (SQLSTATES.test(code) || SYSTEM_CODES.test(code) || PRISMA_CODES.test(code)) return true;
  if (SQLSTATES.test(textOf(error, 'originalCode'))) return true;
  // Prisma keeps the system error's message, but not its `syscall`.
  const isConnecting = textOf(error, 'syscall') === 'connect' || message.includes(`connect ${code}`);
  return (SOCKET_FILE_CODES.test(code) && isConnecting) || WORDS.test(message);
}

/** The wrapped errors: the cause, and the driver error that Prisma puts into `meta.driverAdapterError`. */
function innerOf(error: object): readonly unknown[] {
  const meta = (error as { meta?: unknown }).meta;
  const driver = typeof meta === 'object' && meta !== null ? (meta as { driverAdapterError?: unknown }) : {};
  return [(error as { cause?: unknown }).cause, driver.driverAdapterError];
}

function textOf(error: object, field: string): string {
  const value = (error as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : '';
}
