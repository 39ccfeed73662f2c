import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { findTheme, UnknownTemplate } from '../../blueprint/themes.js';
import { Database } from '../../event-store/database.js';
import type { PresetRequest } from '../../contract/presets.js';
import type { Preset } from '../../event-store/generated/client.js';
import { PresetNotFound } from '../errors/errors.js';

/** The saved prompts: an ordinary table, no part of any project's log. */
@Injectable()
export class Presets {
  constructor(private readonly database: Database) {}

  all(): Promise<Preset[]> {
    return this.database.prisma.preset.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  }

  /** @throws PresetNotFound */
  async find(id: string): Promise<Preset> {
    const preset = await this.database.prisma.preset.findUnique({ where: { id } });
    if (!preset) throw new PresetNotFound(id);
    return preset;
  }

  /** @throws UnknownTemplate */
  add(request: PresetRequest): Promise<Preset> {
    return this.database.prisma.preset.create({ data: { id: randomUUID(), ...columnsOf(request) } });
  }

  /** @throws PresetNotFound, UnknownTemplate */
  async replace(id: string, request: PresetRequest): Promise<Preset> {
    const data = { ...columnsOf(request), updatedAt: new Date() };
    const { count } = await this.database.prisma.preset.updateMany({ where: { id }, data });
    if (count === 0) throw new PresetNotFound(id);
    return this.find(id);
  }

  /** @throws PresetNotFound */
  async remove(id: string): Promise<void> {
    const { count } = await this.database.prisma.preset.deleteMany({ where: { id } });
    if (count === 0) throw new PresetNotFound(id);
  }
}

function columnsOf({ name, prompt, template_id, options }: PresetRequest) {
  return { name, prompt, templateId: knownTemplate(template_id), options: { ...options } };
}

function knownTemplate(id: string | null | undefined): string | null {
  if (id === undefined || id === null) return null;
  const theme = findTheme(id);
  if (!theme) throw new UnknownTemplate(id);
  return theme.templateId;
}
