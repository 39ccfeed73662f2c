import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FoundModels } from '../../models/found-models.js';
import { KeptChoice } from '../../models/kept-choice.js';
import { ApiFailures } from '../errors/api-failures.js';

const writes = z
  .enum(['plan', 'code'])
  .describe('`plan`: it makes the plan, and the blueprint writes the code; `code`: it writes the code too.');

const modelsBody = z.object({
  chosen: z
    .object({
      base_url: z.string(),
      model: z.string(),
      api: z.enum(['chat', 'responses']),
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
    .describe('Servers of models that answer on this machine now.'),
});

const namesBody = z.object({
  models: z.array(z.string()).nullable().describe('Null: the server does not tell, and any name may be tried.'),
});

type ModelsBody = z.infer<typeof modelsBody>;

const choiceRequest = z.object({
  base_url: z.string().max(500).describe('Of a server that is found.'),
  model: z.string().min(1).max(200),
  api: z.enum(['chat', 'responses']).default('chat'),
});

@ApiTags('models')
@Controller('api/v1/models')
export class ModelsController {
  constructor(
    private readonly choice: KeptChoice,
    private readonly models: FoundModels,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The model that writes, and the models that are found on this machine' })
  @ApiOkResponse({ description: 'Both.', standardSchema: modelsBody })
  @ApiFailures(403)
  async getModels(): Promise<ModelsBody> {
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
  @ApiOperation({ summary: 'The models that a start, or an arm of an experiment, may ask for by name' })
  @ApiOkResponse({
    description: 'As the chosen model’s server lists them, or as found here.',
    standardSchema: namesBody,
  })
  @ApiFailures(403)
  async getModelNames(): Promise<z.infer<typeof namesBody>> {
    const names = await this.choice.names();
    return { models: names ? [...names] : null };
  }

  @Put('chosen')
  @ApiOperation({ summary: 'Chooses a model that is found: it writes from now on, before that of the settings' })
  @ApiOkResponse({ description: 'It is chosen.', standardSchema: modelsBody })
  @ApiFailures(400, 403, 404, 413, 415)
  async chooseModel(
    @Body({ schema: choiceRequest }) { base_url, model, api }: z.infer<typeof choiceRequest>,
  ): Promise<ModelsBody> {
    await this.choice.choose({ baseUrl: base_url, model, api });
    return this.getModels();
  }

  @Delete('chosen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes the choice back: the model of the settings writes, or none' })
  @ApiOkResponse({ description: 'It is taken back.', standardSchema: modelsBody })
  @ApiFailures(403)
  async unchooseModel(): Promise<ModelsBody> {
    await this.choice.forget();
    return this.getModels();
  }
}
