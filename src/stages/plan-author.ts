import { unusedSettingsNote } from '../authoring/planned-settings.js';
import { screenParts } from '../blueprint/app-parts.js';
import { wholeApp } from '../blueprint/whole-app.js';
import type { RunEstimator } from '../estimating/run-estimator.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import type { ModelDesk } from './model-desk.js';
import { modelPlan } from './model-planner.js';
import type { StageContext } from './stage-task.js';

/** Has a model plan an app that the blueprint writes: a single question, so it is quick, and better understood than by rules. */
export class PlanAuthor {
  constructor(
    private readonly desk: ModelDesk,
    private readonly publisher: FilePublisher,
    private readonly estimator: RunEstimator,
  ) {}

  /** The blueprint's plan replaces one that cannot be used. @throws ModelError if the model cannot be asked */
  async write(context: StageContext): Promise<StageOutput> {
    const notes: string[] = [];
    const { prompt, isEstimated, wantedModel } = context.run();
    const estimate = isEstimated ? undefined : await this.estimator.estimate(prompt, wantedModel);
    if (estimate) await context.record({ type: 'RecordEstimate', estimate });
    const plan = await modelPlan(context, this.desk, notes);
    await context.succeeded('preview_ready');
    const files = wholeApp(plan);
    const kept = new Set(files.map(({ path }) => path));
    const removed = Object.keys(context.project().files).filter(
      (path) => !path.startsWith('assets/') && !kept.has(path),
    );
    await this.publisher.publish(context, { files, removed });
    for (const { screen, path } of screenParts(plan)) {
      const screens = screen !== undefined && path !== undefined ? [{ screen, path }] : [];
      await this.publisher.publish(context, { files: [], screens });
    }
    return { plan: { ...plan, notes: [...plan.notes, ...unusedSettingsNote(plan.settings), ...notes] } };
  }
}
