import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type ChoiceRequest,
  choiceRequest,
  type ModelNames,
  modelNamesBody,
  type Models,
  modelsBody,
} from '../../contract/models.js';
import { FoundModels } from '../../models/found-models.js';
import { KeptChoice } from '../../models/kept-choice.js';
import { ApiFailures } from '../errors/api-failures.js';

@ApiTags('models')
@Controller('api/v1/models')
export class ModelsController {
  constructor(
    private readonly choice: KeptChoice,
    private readonly models: FoundModels,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The model that writes, and the models found on this machine' })
  @ApiOkResponse({ description: 'Both.', standardSchema: modelsBody })
  @ApiFailures(403)
  async getModels(): Promise<Models> {
    const [chosen, found] = await Promise.all([this.choice.shown(), this.models.all()]);
    return {
      chosen: chosen && {
        base_url: chosen.baseUrl,
        model: chosen.model,
        api: chosen.api,
        writes: chosen.writes,
        by: chosen.by,
      },
      found: found.map(({ name, baseUrl, models }) => ({ name, base_url: baseUrl, models: [...models] })),
    };
  }

  @Get('names')
  @ApiOperation({ summary: 'The models that a start, or an arm of an experiment, may name' })
  @ApiOkResponse({
    description: 'As listed by the chosen model’s server, or as found here.',
    standardSchema: modelNamesBody,
  })
  @ApiFailures(403)
  async getModelNames(): Promise<ModelNames> {
    const names = await this.choice.names();
    return { models: names ? [...names] : null };
  }

  @Put('chosen')
  @ApiOperation({
    summary: 'Chooses one of the models found: from now on it writes, instead of the one in the settings',
  })
  @ApiOkResponse({ description: 'The model is chosen.', standardSchema: modelsBody })
  @ApiFailures(400, 403, 404, 413, 415)
  async chooseModel(@Body({ schema: choiceRequest }) { base_url, model, api }: ChoiceRequest): Promise<Models> {
    await this.choice.choose({ baseUrl: base_url, model, api });
    return this.getModels();
  }

  @Delete('chosen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes the choice back: the model in the settings writes, or none' })
  @ApiOkResponse({ description: 'The choice is taken back.', standardSchema: modelsBody })
  @ApiFailures(403)
  async unchooseModel(): Promise<Models> {
    await this.choice.forget();
    return this.getModels();
  }
}
