import type { ScreenPlan, SourceFile } from '../../../generation/plan.js';
import type { AppStage } from '../app-stage.js';

export const functionFile = (_: AppStage, screen: ScreenPlan): SourceFile => {
  throw new Error(`The function of ${screen.name} has no renderer yet`);
};

export const functionComponents: readonly SourceFile[] = [];
