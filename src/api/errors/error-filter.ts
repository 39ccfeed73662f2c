import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, answerTo, bodyOf } from './error-answer.js';

/** Answers every failure of a request in one shape, and logs those that are ours. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = answerTo(error);
    if (answer.status >= 500) this.report(error, answer, request);
    const retryAfterS = answer.retryAfterS ?? (answer.status === 503 ? 2 : undefined);
    if (answer.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (retryAfterS !== undefined) void reply.header('retry-after', String(retryAfterS));
    // A handler may have announced another type for what it then could not send.
    void reply.code(answer.status).type('application/json; charset=utf-8').send(bodyOf(answer, request));
  }

  private report(error: unknown, { code }: Answer, request: FastifyRequest): void {
    const line = `${request.method} ${request.url} failed (${code}): ${String(error)}`;
    if (code === 'database_unavailable') this.logger.warn(line);
    else this.logger.error(line, error instanceof Error ? error.stack : undefined);
  }
}
