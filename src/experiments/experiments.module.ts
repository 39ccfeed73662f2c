import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ExperimentRuns } from './experiment-runs.js';
import { Experiments } from './experiments.js';

/** Comparisons of ways to ask for an app. Needs the global `EventStoreModule`. */
@Module({ imports: [CommandsModule], providers: [Experiments, ExperimentRuns], exports: [Experiments] })
export class ExperimentsModule {}
