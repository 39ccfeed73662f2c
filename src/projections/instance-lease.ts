import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../event-store/database.js';

/** The id of this process. It is new at each start, so that nothing from an earlier process is attributed to this one. */
export const INSTANCE_ID = Symbol('INSTANCE_ID');

const RENEW_MS = 5_000;
const EXPIRY_MS = 15_000;
/** A process that was suspended for a shorter time, such as on a sleeping laptop, keeps its viewers when it continues. */
const FORGET_AFTER = '10 minutes';
const FORGET_EVERY_MS = 60_000;

/**
 * Renews the row in `instance_lease` that shows that this process is alive. Viewers of an instance whose lease has expired do not
 * count.
 */
@Injectable()
export class InstanceLease implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(InstanceLease.name);
  private timers: readonly NodeJS.Timeout[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(
    @Inject(INSTANCE_ID) private readonly instanceId: string,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.renew();
    await this.forgetTheDead();
    this.timers = [
      this.repeat(() => this.renew(), RENEW_MS, 'The lease could not be renewed'),
      this.repeat(() => this.forgetTheDead(), FORGET_EVERY_MS, 'Instances that are gone could not be removed'),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.last;
    await this.end().catch((error: unknown) => {
      this.logger.warn(`The lease could not be ended; it will expire within ${EXPIRY_MS} ms: ${String(error)}`);
    });
  }

  private repeat(work: () => Promise<void>, everyMs: number, failure: string): NodeJS.Timeout {
    return setInterval(() => {
      this.last = this.last.then(work).catch((error: unknown) => {
        this.logger.warn(`${failure}; trying again in ${everyMs} ms: ${String(error)}`);
      });
    }, everyMs);
  }

  private async renew(): Promise<void> {
    await this.database.pool.query(
      `INSERT INTO instance_lease (instance_id, started_at, expires_at)
       VALUES ($1, now(), now() + make_interval(secs => $2))
       ON CONFLICT (instance_id) DO UPDATE SET expires_at = excluded.expires_at`,
      [this.instanceId, EXPIRY_MS / 1000],
    );
  }

  private async end(): Promise<void> {
    await this.database.pool.query('DELETE FROM instance_lease WHERE instance_id = $1', [this.instanceId]);
  }

  /** Removes instances that ended without releasing their lease, and their viewers. */
  private async forgetTheDead(): Promise<void> {
    await this.database.pool.query(
      `DELETE FROM instance_lease WHERE expires_at < now() - interval '${FORGET_AFTER}' AND instance_id <> $1`,
      [this.instanceId],
    );
    await this.database.pool.query(
      'DELETE FROM viewer_count WHERE instance_id NOT IN (SELECT instance_id FROM instance_lease)',
    );
  }
}
