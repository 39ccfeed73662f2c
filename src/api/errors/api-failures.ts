import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { errorBody } from '../../contract/errors.js';

const WORDS: Readonly<Record<number, string>> = {
  400: 'A field of the request is wrong; `details` names it.',
  401: 'ADMIN_TOKEN is set, and the request does not carry it.',
  403: 'The page’s origin may not use the API.',
  404: 'There is no such project, file, preset or model.',
  409: 'The project’s state does not allow it.',
  410: 'The project was deleted.',
  412: 'The file has changed since: the message and the ETag name its newest version.',
  413: 'The body is larger than 64 kB.',
  415: 'The body is not JSON.',
  421: 'The Host is not one of this service’s: see PUBLIC_URL.',
  422: 'The prompt has an unusable length, or the template is unknown.',
  428: 'The condition is missing: see If-Match.',
  429: 'A budget is used up; `retry-after` says when there is budget again.',
  503: 'The database does not answer.',
};

/** Documents the failures a route may answer with, besides 500. */
export function ApiFailures(...statuses: readonly number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ...[...statuses, 421, 503].map((status) =>
      ApiResponse({ status, description: WORDS[status] ?? 'The request was refused.', standardSchema: errorBody }),
    ),
  );
}
