import { describe, expect, it } from '@jest/globals';
import { openAiSchema } from '../support/openai-schema.js';
import { PLAN_SCHEMA } from '../../src/authoring/plan-answer.js';
import { chatBody } from '../../src/effects/language-model/openai/chat-stream.js';
import { usualDialect } from '../../src/effects/language-model/openai/dialect.js';
import { imageBody } from '../../src/effects/language-model/openai/openai-image-model.js';
import { responsesBody } from '../../src/effects/language-model/openai/responses-stream.js';

const request = {
  messages: [
    { role: 'system', content: 'You plan.' },
    { role: 'user', content: 'An app.' },
    { role: 'assistant', content: '{}' },
    { role: 'user', content: 'Again.' },
  ],
  maxOutputTokens: 100,
  idempotencyKey: 'k',
} as const;
const dialect = usualDialect('https://api.openai.com/v1');

describe('the bodies of requests, by OpenAI’s own schemas', () => {
  it.each([
    ['text', request],
    ['JSON of a schema', { ...request, schema: PLAN_SCHEMA }],
  ])('are right for %s', (_, asked) => {
    const chat = openAiSchema('CreateChatCompletionRequest');
    expect([chat(chatBody('gpt-5', asked, dialect)), chat.errors]).toEqual([true, null]);
    const responses = openAiSchema('CreateResponse');
    expect([responses(responsesBody('gpt-5', asked, dialect)), responses.errors]).toEqual([true, null]);
  });

  it('are right for a picture', () => {
    const image = openAiSchema('CreateImageRequest');
    expect([image(imageBody('gpt-image-2', 'An icon.')), image.errors]).toEqual([true, null]);
  });

  it('are really checked: a wrong one is found', () => {
    expect(openAiSchema('CreateChatCompletionRequest')({ model: 'gpt-5', messages: [{ role: 'nobody' }] })).toBe(false);
    expect(openAiSchema('CreateResponse')({ model: 'gpt-5', input: 'x', max_output_tokens: 'many' })).toBe(false);
  });
});
