/** The embedded Postgres cannot run here; the message says what to do. */
export class EmbeddedPostgresError extends Error {
  readonly code = 'embedded_postgres';
  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(
      `The embedded Postgres cannot run: ${problem}. ${remedy}, or set DATABASE_URL to a Postgres of your own.`,
      options,
    );
    this.name = 'EmbeddedPostgresError';
  }
}
