import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  type PresetBody,
  presetBody,
  type PresetList,
  presetListBody,
  type PresetRequest,
  presetRequest,
} from '../../contract/presets.js';
import { ID } from '../../contract/project-id.js';
import type { Preset } from '../../event-store/generated/client.js';
import { ApiFailures } from '../errors/api-failures.js';
import { Presets } from './presets.js';

const presetParams = z.object({
  preset_id: z.string().regex(ID, 'must be 1 to 64 letters, digits, - and _, the first a letter or digit'),
});

type Params = z.infer<typeof presetParams>;

@ApiTags('presets')
@Controller('api/v1/presets')
export class PresetsController {
  constructor(private readonly presets: Presets) {}

  @Get()
  @ApiOperation({ summary: 'The saved prompts with their templates and options; a new service has a starter set' })
  @ApiOkResponse({ description: 'All of them.', standardSchema: presetListBody })
  @ApiFailures(403)
  async listPresets(): Promise<PresetList> {
    return { presets: (await this.presets.all()).map(toPresetBody) };
  }

  @Post()
  @ApiOperation({ summary: 'Saves a prompt with a template and options' })
  @ApiCreatedResponse({ description: 'The preset with its id.', standardSchema: presetBody })
  @ApiFailures(400, 403, 413, 415, 422)
  async addPreset(@Body({ schema: presetRequest }) body: PresetRequest): Promise<PresetBody> {
    return toPresetBody(await this.presets.add(body));
  }

  @Get(':preset_id')
  @ApiOperation({ summary: 'One preset' })
  @ApiOkResponse({ description: 'The preset.', standardSchema: presetBody })
  @ApiFailures(400, 403, 404)
  async getPreset(@Param({ schema: presetParams }) { preset_id }: Params): Promise<PresetBody> {
    return toPresetBody(await this.presets.find(preset_id));
  }

  @Put(':preset_id')
  @ApiOperation({ summary: 'Replaces a preset; fields that the request leaves out become empty' })
  @ApiOkResponse({ description: 'The preset as it is now.', standardSchema: presetBody })
  @ApiFailures(400, 403, 404, 413, 415, 422)
  async replacePreset(
    @Param({ schema: presetParams }) { preset_id }: Params,
    @Body({ schema: presetRequest }) body: PresetRequest,
  ): Promise<PresetBody> {
    return toPresetBody(await this.presets.replace(preset_id, body));
  }

  @Delete(':preset_id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a preset' })
  @ApiNoContentResponse({ description: 'The preset was deleted.' })
  @ApiFailures(400, 403, 404)
  async deletePreset(@Param({ schema: presetParams }) { preset_id }: Params): Promise<void> {
    await this.presets.remove(preset_id);
  }
}

function toPresetBody(preset: Preset): PresetBody {
  const { id, name, prompt, templateId, options, createdAt, updatedAt } = preset;
  return {
    id,
    name,
    prompt,
    template_id: templateId,
    options: options as PresetBody['options'],
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}
