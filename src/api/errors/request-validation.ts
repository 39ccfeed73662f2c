import { StandardSchemaValidationPipe } from '@nestjs/common';
import { InvalidRequest, PromptUnusable } from './errors.js';

type Issues = Parameters<
  NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory'] & object
>[0];
type Issue = Issues[number];

/** Checks `@Body`, `@Query` and `@Param` against the schema they name. @throws InvalidRequest, PromptUnusable */
export function requestValidation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const details = issues.map((issue) => ({ field: fieldOf(issue), message: wordsOf(issue) }));
      return issues.every(isPromptLength) ? new PromptUnusable(details) : new InvalidRequest(details);
    },
  });
}

function fieldOf({ path = [] }: Issue): string {
  return path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.') || 'body';
}

function wordsOf(issue: Issue): string {
  return fieldOf(issue) === 'body' ? 'must be a JSON object' : issue.message;
}

function isPromptLength(issue: Issue): boolean {
  return (
    /(?:^|\.)prompt$/.test(fieldOf(issue)) &&
    'code' in issue &&
    (issue.code === 'too_small' || issue.code === 'too_big')
  );
}
