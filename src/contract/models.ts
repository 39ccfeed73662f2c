import { z } from 'zod';

const modelApi = z.enum(['chat', 'responses']);

const writes = z
  .enum(['plan', 'code'])
  .describe('`plan`: it makes the plan, and the blueprint writes the code; `code`: it writes the code too.');

/** `GET /api/v1/models`, and the answer to `PUT` and `DELETE …/chosen`. */
export const modelsBody = z.object({
  chosen: z
    .object({
      base_url: z.string(),
      model: z.string(),
      api: modelApi,
      writes,
      by: z.enum(['settings', 'person']),
    })
    .nullable()
    .describe('The model that writes; null: none, the blueprint writes alone.'),
  found: z
    .array(
      z.object({
        name: z.string().describe('`Ollama`, `LM Studio`, `llama.cpp`, or its address.'),
        base_url: z.string(),
        models: z.array(
          z.object({ name: z.string(), parameters: z.number().nullable().describe('In billions.'), writes }),
        ),
      }),
    )
    .describe('Model servers that answer on this machine now.'),
});
export type Models = z.infer<typeof modelsBody>;

/** `PUT /api/v1/models/chosen`. */
export const choiceRequest = z.object({
  base_url: z.string().max(500).describe('Of one of the servers found.'),
  model: z.string().min(1).max(200),
  api: modelApi.default('chat'),
});
export type ChoiceRequest = z.infer<typeof choiceRequest>;

/** `GET /api/v1/models/names`. */
export const modelNamesBody = z.object({
  models: z
    .array(z.string())
    .nullable()
    .describe('Null: the server does not list its models, and any name may be tried.'),
});
export type ModelNames = z.infer<typeof modelNamesBody>;

const lesson = z.object({
  base_url: z.string(),
  model: z.string(),
  trait: z
    .string()
    .describe(
      'What the server has refused: limit_parameter, system_role, schema, stream_options, store, context_tokens, output_tokens, input_ratio.',
    ),
  value: z
    .string()
    .describe('What is done instead: `left out`, the other parameter’s name, or the maximum it accepts.'),
  said: z.string().describe('The server’s own words.'),
  until: z.iso.datetime().nullable().describe('When the lesson expires; null: it is kept until it is forgotten.'),
  learnt_at: z.iso.datetime(),
});
export type LessonBody = z.infer<typeof lesson>;

/** `GET /api/v1/models/lessons`. */
export const lessonsBody = z.object({ lessons: z.array(lesson) });
export type Lessons = z.infer<typeof lessonsBody>;

/** `DELETE /api/v1/models/lessons`. */
export const forgottenBody = z.object({ forgotten: z.int() });
export type Forgotten = z.infer<typeof forgottenBody>;
