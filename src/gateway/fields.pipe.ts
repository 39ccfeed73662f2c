import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { ClientError } from './client-error.js';

const LONGEST_MESSAGE = 300;

/** Parses a client message's fields by their schema; the error names the first wrong field. */
export class FieldsPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: z.ZodType<T>) {}

  /** @throws ClientError `invalid_field` */
  transform(message: unknown): T {
    const parsed = this.schema.safeParse(message);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    const problem = (issue?.message ?? 'is not valid').slice(0, LONGEST_MESSAGE);
    const hint = `Correct "${field}" and send the message again.`;
    throw new ClientError('invalid_field', `"${field}" ${problem}`, { field }, hint);
  }
}
