import { type Lesson, type ServedModel, ServerLessons } from './server-lessons.port.js';

/** Lessons that are forgotten with the process. */
export class LessonsInMemory extends ServerLessons {
  private readonly kept = new Map<string, ReadonlyMap<string, Lesson>>();

  override of(served: ServedModel): Promise<readonly Lesson[]> {
    return Promise.resolve([...(this.kept.get(keyOf(served))?.values() ?? [])]);
  }

  override learn(served: ServedModel, lessons: readonly Lesson[]): Promise<void> {
    const before = this.kept.get(keyOf(served)) ?? new Map<string, Lesson>();
    this.kept.set(keyOf(served), new Map([...before, ...lessons.map((lesson) => [lesson.trait, lesson] as const)]));
    return Promise.resolve();
  }
}

function keyOf({ baseUrl, model }: ServedModel): string {
  return `${baseUrl}\n${model}`;
}
