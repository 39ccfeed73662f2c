import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiOptions } from '../api-options.js';
import { AdminTokenMissing } from '../errors/errors.js';

const BEARER = /^Bearer +(\S+)$/i;

/** If ADMIN_TOKEN is set, only requests that carry it pass. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(private readonly options: ApiOptions) {}

  /** @throws AdminTokenMissing */
  canActivate(context: ExecutionContext): boolean {
    const { adminToken } = this.options;
    if (adminToken === undefined) return true;
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const given = BEARER.exec(headers.authorization ?? '')?.[1];
    if (given === undefined || !isSame(given, adminToken)) throw new AdminTokenMissing();
    return true;
  }
}

/** Compares in constant time, wherever the texts differ and however long they are. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash(one), hash(other));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
