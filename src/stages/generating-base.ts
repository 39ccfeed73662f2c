import { baseFiles } from '../blueprint/app-parts.js';
import { skeletonFiles } from '../blueprint/skeleton-files.js';
import type { StageOutput } from '../generation/events.js';
import type { FilePublisher } from './file-publisher.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

const SKELETON = skeletonFiles().map(({ path }) => path);

/** Writes a working minimal app from the plan, and removes files of an earlier run or the skeleton that this app does not have. */
export class GeneratingBase extends StageTask {
  override readonly stage = 'generating_base';

  constructor(private readonly publisher: FilePublisher) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    const { files, screen, path } = baseFiles(planOf(context));
    const kept = new Set(files.map((file) => file.path));
    const removed = [...Object.keys(context.project().files), ...SKELETON].filter(
      (old) => isCode(old) && !kept.has(old),
    );
    const screens = screen !== undefined && path !== undefined ? [{ screen, path }] : [];
    await this.publisher.publish(context, { files, removed, screens });
    return {};
  }
}

function isCode(path: string): boolean {
  return !path.startsWith('assets/');
}
