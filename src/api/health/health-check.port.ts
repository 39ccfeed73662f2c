/** `degraded`: the service works, but not all parts of it. Further fields are shown as they are. */
export interface HealthReport {
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly [detail: string]: unknown;
}

/** One line of `GET /health`. */
export abstract class HealthCheck {
  /** The line's name, such as `preview`. */
  abstract readonly name: string;

  /** Must be quick: a check that takes longer than 2 s, or throws, counts as failed. */
  abstract check(): Promise<HealthReport>;
}

/** Injection token of all checks, an array. */
export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');
