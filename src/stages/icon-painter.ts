import { readPicture } from '../authoring/picture-answer.js';
import { iconPrompt } from '../authoring/prompts/icon-prompt.js';
import type { ImageRenderer } from '../effects/images/image-renderer.port.js';
import type { ImageModel } from '../effects/language-model/image-model.port.js';
import { ModelError } from '../effects/language-model/language-model.port.js';
import { FileRefused, type Workspace } from '../effects/workspace/workspace.port.js';
import type { AppFile } from '../generation/app-files.js';
import { type PaidCalls, tokenUsage } from './paid-calls.js';
import { planOf, type StageContext } from './stage-task.js';

export interface Picture extends AppFile {
  readonly content: Buffer;
}

const ICON_PATH = 'assets/icon.png';

/** Has an image model paint the icon. */
export class IconPainter {
  constructor(
    private readonly model: ImageModel,
    private readonly calls: PaidCalls,
    private readonly images: ImageRenderer,
    private readonly workspace: Workspace,
  ) {}

  /** `assets/icon.png`; undefined if there is none, in which case viewers are told why. */
  async icon(context: StageContext, sizePx: number): Promise<Picture | undefined> {
    const answer = await this.answer(context);
    if (answer === undefined) return undefined;
    const icon = await this.iconIn(answer, sizePx);
    if (!('problem' in icon)) return icon;
    tellRefusal(context, icon.problem);
    return undefined;
  }

  private async iconIn(answer: string, sizePx: number): Promise<Picture | { readonly problem: string }> {
    const picture = readPicture(answer);
    if ('problem' in picture) return picture;
    try {
      const [admitted] = await this.workspace.admit([{ path: ICON_PATH, content: picture.content }]);
      const scaled = admitted && (await this.images.scaled(Buffer.from(admitted.content), sizePx));
      return scaled ? { path: ICON_PATH, content: scaled } : { problem: 'it cannot be decoded.' };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return { problem: `${error.why}.` };
    }
  }

  private async answer(context: StageContext): Promise<string | undefined> {
    const prompt = iconPrompt(planOf(context));
    try {
      return await this.calls.make(context, {
        call: 'icon',
        model: this.model.name,
        prompt,
        mostUsd: () => this.model.mostUsd(prompt),
        send: async (idempotencyKey) => {
          const { base64, model, usage, costUsd } = await this.model.paint({ prompt, idempotencyKey }, context.signal);
          return { text: base64, model, usage: tokenUsage(usage), costUsd };
        },
      });
    } catch (error) {
      if (!(error instanceof ModelError) || context.signal.aborted) throw error;
      tellRefusal(context, error.message);
      return undefined;
    }
  }
}

function tellRefusal(context: StageContext, why: string): void {
  context.tell({
    code: 'image_refused',
    message: `The model’s icon is not used: ${why} The blueprint’s icon is used instead.`,
  });
}
