import { z } from 'zod';

/** A message of the log as it is sent: its type, its place in the log, and its data. */
export function inLog<const Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.object({
    type: z.literal(type),
    seq: z.int().min(1).describe('1, 2, 3 … without gaps in the project: the viewers’ cursor.'),
    at: z.iso.datetime(),
    run: z.int().min(0).describe('The run it belongs to, from 1.'),
    data,
  });
}

/** A list that nobody changes. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}
