import { iconSvg } from '../blueprint/icon.js';
import type { ImageRenderer } from '../effects/images/image-renderer.port.js';
import type { Workspace } from '../effects/workspace/workspace.port.js';
import type { StageOutput } from '../generation/events.js';
import type { IconPainter } from './icon-painter.js';
import { type NewFile, planOf, type StageContext, StageTask } from './stage-task.js';

const ICON_PATH = 'assets/icon.png';
const ICON_SIZE_PX = 512;

/** The app's icon: an image model's where one is set up and paints one, else drawn from the plan's seed. */
export class GeneratingImages extends StageTask {
  override readonly stage = 'generating_images';

  constructor(
    private readonly images: ImageRenderer,
    private readonly workspace: Workspace,
    private readonly painter?: IconPainter,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    // Drawing keeps the processor busy: the first look at the app goes first.
    await context.succeeded('preview_ready');
    const painted = await this.painter?.icon(context, ICON_SIZE_PX);
    const files = [painted ?? (await this.drawn(context))];
    const [asset] = await context.store(files);
    context.signal.throwIfAborted();
    await this.workspace.write(context.projectId, files);
    if (asset)
      await context.record({ type: 'RecordAsset', asset, kind: 'icon', origin: painted ? 'model' : 'generated' });
    return {};
  }

  private async drawn(context: StageContext): Promise<NewFile> {
    return { path: ICON_PATH, content: await this.images.png(iconSvg(planOf(context)), ICON_SIZE_PX) };
  }
}
