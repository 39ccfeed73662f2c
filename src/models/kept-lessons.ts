import { Injectable } from '@nestjs/common';
import {
  type Lesson,
  type ServedModel,
  ServerLessons,
  type Trait,
} from '../effects/language-model/server-lessons.port.js';
import { Database } from '../event-store/database.js';
import type { ModelLesson } from '../event-store/generated/client.js';

/** Whose lessons: those of a server, of a model, of both or, with neither, all. */
export interface LessonsOf {
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
}

/** What servers have refused, in the database: read at each question, so that all processes know it, and none what was forgotten. */
@Injectable()
export class KeptLessons extends ServerLessons {
  constructor(private readonly database: Database) {
    super();
  }

  override async of({ baseUrl, model }: ServedModel): Promise<readonly Lesson[]> {
    const rows = await this.all({ baseUrl, model });
    return rows.map(({ trait, value, said, until }) => ({
      trait: trait as Trait,
      value,
      said,
      ...(until && { until: until.toISOString() }),
    }));
  }

  override async learn({ baseUrl, model }: ServedModel, lessons: readonly Lesson[]): Promise<void> {
    for (const { trait, value, said, until } of lessons) {
      const taught = { value, said, until: until === undefined ? null : new Date(until), learntAt: new Date() };
      await this.database.prisma.modelLesson.upsert({
        where: { baseUrl_model_trait: { baseUrl, model, trait } },
        create: { baseUrl, model, trait, ...taught },
        update: taught,
      });
    }
  }

  /** By server, model and trait. */
  all(of: LessonsOf = {}): Promise<ModelLesson[]> {
    return this.database.prisma.modelLesson.findMany({
      where: whose(of),
      orderBy: [{ baseUrl: 'asc' }, { model: 'asc' }, { trait: 'asc' }],
    });
  }

  /** @returns how many were forgotten */
  async forget(of: LessonsOf): Promise<number> {
    const { count } = await this.database.prisma.modelLesson.deleteMany({ where: whose(of) });
    return count;
  }
}

function whose({ baseUrl, model }: LessonsOf) {
  return { ...(baseUrl !== undefined && { baseUrl }), ...(model !== undefined && { model }) };
}
