import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../event-store/database.js';

/** The id of this process: new at each start, so that nothing of an earlier one is taken for this one's. */
export const INSTANCE_ID = Symbol('INSTANCE_ID');

const RENEW_MS = 5_000;
const EXPIRY_MS = 15_000;

/** Says in `instance_lease` that this process is alive; the viewers of an instance whose lease has ended do not count. */
@Injectable()
export class InstanceLease implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(InstanceLease.name);
  private timer: NodeJS.Timeout | undefined;
  private renewal: Promise<void> = Promise.resolve();

  constructor(
    @Inject(INSTANCE_ID) private readonly instanceId: string,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.forgetTheDead();
    await this.renew();
    this.timer = setInterval(() => {
      this.renewal = this.renew().catch((error: unknown) => {
        this.logger.warn(`The lease was not renewed, trying again in ${RENEW_MS} ms: ${String(error)}`);
      });
    }, RENEW_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.renewal;
    await this.end().catch((error: unknown) => {
      this.logger.warn(`The lease was not ended, it will expire within ${EXPIRY_MS} ms: ${String(error)}`);
    });
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

  /** Instances that ended without a word a day ago or longer. */
  private async forgetTheDead(): Promise<void> {
    await this.database.pool.query("DELETE FROM instance_lease WHERE expires_at < now() - interval '1 day'");
  }
}
