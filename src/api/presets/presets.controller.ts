import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiFailures } from '../errors/api-failures.js';
import {
  presetBody,
  presetListBody,
  presetParams,
  presetRequest,
  type PresetRequest,
  toPresetBody,
} from './preset-bodies.js';
import { Presets } from './presets.js';

type Params = z.infer<typeof presetParams>;
type PresetBody = z.infer<typeof presetBody>;

@ApiTags('presets')
@Controller('api/v1/presets')
export class PresetsController {
  constructor(private readonly presets: Presets) {}

  @Get()
  @ApiOperation({ summary: 'The saved prompts with their templates and options; a new service has a starter set' })
  @ApiOkResponse({ description: 'All of them.', standardSchema: presetListBody })
  @ApiFailures(403)
  async listPresets(): Promise<z.infer<typeof presetListBody>> {
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
  @ApiOperation({ summary: 'Replaces a preset; what the request leaves out is emptied' })
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
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiFailures(400, 403, 404)
  async deletePreset(@Param({ schema: presetParams }) { preset_id }: Params): Promise<void> {
    await this.presets.remove(preset_id);
  }
}
