import { expect, it } from '@jest/globals';
import { parametersIn } from './parameters-in.js';

it.each([
  ['qwen2.5-coder:7b', 7],
  ['llama3.2:3b-instruct-q4_K_M', 3],
  ['qwen3-coder:30b-a3b', 30],
  ['gemma-3-270m-it', 0.27],
  ['Meta-Llama-3.1-8B-Instruct', 8],
  ['mixtral-8x22b', 22],
  ['qwen/qwen3-1.7b', 1.7],
  ['gpt-5.4-mini', null],
  ['llama3.2', null],
])('the size of %s is %p', (name, parameters) => {
  expect(parametersIn(name)).toBe(parameters);
});
