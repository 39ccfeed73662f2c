import { iconSvg } from '../blueprint/icon.js';
import { splashSvg } from '../blueprint/splash.js';
import type { ImageRenderer } from '../effects/images/image-renderer.port.js';
import type { ModelChoice } from '../effects/language-model/model-choice.port.js';
import type { Workspace } from '../effects/workspace/workspace.port.js';
import type { AssetKind, AssetOrigin, StageOutput } from '../generation/events.js';
import type { AppPlan } from '../generation/plan.js';
import type { IconPainter, Picture } from './icon-painter.js';
import { planOf, type StageContext, StageTask } from './stage-task.js';

const ICON_PATH = 'assets/icon.png';
const ICON_SIZE_PX = 512;
const SPLASH_PATH = 'assets/splash.png';
const SPLASH_SIZE_PX = 1024;

/**
 * Makes the app's icon, painted by an image model if one is set up, or else drawn from the plan's seed; and a splash from it. Both are made
 * again if a model's plan changes their look.
 */
export class GeneratingImages extends StageTask {
  override readonly stage = 'generating_images';

  constructor(
    private readonly images: ImageRenderer,
    private readonly workspace: Workspace,
    private readonly models: ModelChoice,
    private readonly painter?: IconPainter,
  ) {
    super();
  }

  override async execute(context: StageContext): Promise<StageOutput> {
    // Drawing keeps the processor busy, so the preview goes first.
    await context.succeeded('preview_ready');
    const isPlannedAgain = (await this.models.now(context.run().wantedModel)) !== undefined;
    // An image model is paid only once, for the final plan.
    if (!isPlannedAgain || !this.painter) await this.draw(context);
    if (!isPlannedAgain) return {};
    const before = lookOf(planOf(context));
    await context.succeeded('generating_screens');
    if (this.painter || lookOf(planOf(context)) !== before) await this.draw(context);
    return {};
  }

  private async draw(context: StageContext): Promise<void> {
    const painted = await this.painter?.icon(context, ICON_SIZE_PX);
    const icon = painted ?? (await this.drawn(context));
    const origin = painted ? 'model' : 'generated';
    await this.add(context, icon, { kind: 'icon', origin });
    const splash = await this.images.png(splashSvg(planOf(context), icon.content), SPLASH_SIZE_PX);
    await this.add(context, { path: SPLASH_PATH, content: splash }, { kind: 'splash', origin });
  }

  private async add(
    context: StageContext,
    picture: Picture,
    as: { readonly kind: AssetKind; readonly origin: AssetOrigin },
  ): Promise<void> {
    // A person has replaced it.
    if (picture.path in context.project().unedited) return;
    const files = await this.workspace.admit([picture]);
    const [asset] = await context.store(files);
    context.signal.throwIfAborted();
    await this.workspace.write(context.projectId, files);
    if (asset) await context.record({ type: 'RecordAsset', asset, ...as });
  }

  private async drawn(context: StageContext): Promise<Picture> {
    return { path: ICON_PATH, content: await this.images.png(iconSvg(planOf(context)), ICON_SIZE_PX) };
  }
}

/** Everything of the plan that the drawn pictures show. */
function lookOf(plan: AppPlan): string {
  return iconSvg(plan) + plan.theme.light.background;
}
