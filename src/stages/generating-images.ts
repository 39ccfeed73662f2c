import { iconSvg } from '../blueprint/icon.js';
import type { ImageRenderer } from '../effects/images/image-renderer.port.js';
import type { Workspace } from '../effects/workspace/workspace.port.js';
import type { StageOutput } from '../generation/events.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

const ICON_PATH = 'assets/icon.png';
const ICON_SIZE_PX = 512;

/** The app's icon, drawn from the plan's seed. */
export class GeneratingImages extends StageTask {
  override readonly stage = 'generating_images';

  constructor(
    private readonly images: ImageRenderer,
    private readonly workspace: Workspace,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    // Drawing keeps the processor busy: the first look at the app goes first.
    await context.succeeded('preview_ready');
    const files = [{ path: ICON_PATH, content: await this.images.png(iconSvg(planOf(context)), ICON_SIZE_PX) }];
    const [asset] = await context.store(files);
    context.signal.throwIfAborted();
    await this.workspace.write(context.projectId, files);
    if (asset) await context.record({ type: 'RecordAsset', asset, kind: 'icon' });
    return {};
  }
}
