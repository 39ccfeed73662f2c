import { Inject, Injectable } from '@nestjs/common';
import { type Refusal, refusal } from '../doors/refusal.js';
import { isProjectId, PROJECT_ID_HINT } from '../contract/project-id.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';
import { Hubs } from './hubs.js';

/** What a viewer asked for. */
export interface Visit {
  readonly projectId: string;
  /** The last seq it has; 0 for none. */
  readonly after: number;
  /** Who it says it is (`?user_id=`), until there is a login. */
  readonly userId?: string;
}

const CURSOR_HINT = 'Give the seq of the last message you have, or leave "after" out for all of them.';
const USER_HINT = 'Give 1 to 200 characters without control characters, or leave "user_id" out.';
const USER_ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const WHOLE_NUMBER = /^\d{1,15}$/;

/** Decides during the upgrade, before there is a connection, who may watch a project here. */
@Injectable()
export class Admission {
  #isOpen = true;

  constructor(
    private readonly hubs: Hubs,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  /** Refuses everyone from now on: the service is about to stop. */
  close(): void {
    this.#isOpen = false;
  }

  /** @param projectId as in the path */
  decide(projectId: string, query: URLSearchParams): Visit | Refusal {
    if (!isProjectId(projectId))
      return invalid('project_id', 'The path does not contain a valid project id.', PROJECT_ID_HINT);
    const after = query.get('after') ?? '0';
    if (!WHOLE_NUMBER.test(after)) return invalid('after', '"after" is not a whole number of 0 or more.', CURSOR_HINT);
    const userId = query.get('user_id') ?? undefined;
    if (userId !== undefined && !USER_ID.test(userId))
      return invalid('user_id', `"user_id" is not a valid name.`, USER_HINT);
    const visit = { projectId, after: Number(after), ...(userId !== undefined && { userId }) };
    return this.#refuseForNow(projectId) ?? visit;
  }

  #refuseForNow(projectId: string): Refusal | undefined {
    const { maxViewers, maxViewersPerProject } = this.options;
    if (!this.#isOpen) return unavailable('shutting_down', 'The service is about to stop.', 2);
    if (this.hubs.totals().connections >= maxViewers) {
      return unavailable('too_many_viewers', `This service has the maximum number of viewers (${maxViewers}).`, 10);
    }
    if (this.hubs.connectionCount(projectId) >= maxViewersPerProject) {
      return unavailable(
        'too_many_viewers',
        `This project has the maximum number of viewers (${maxViewersPerProject}).`,
        10,
      );
    }
    return undefined;
  }
}

function invalid(field: string, message: string, suggestion: string): Refusal {
  return refusal('invalid_request', message, { suggestion, details: [{ field, message }] });
}

function unavailable(error: 'shutting_down' | 'too_many_viewers', message: string, retryAfterSeconds: number): Refusal {
  return refusal(error, message, { suggestion: `Connect again in ${retryAfterSeconds} s.`, retryAfterSeconds });
}
