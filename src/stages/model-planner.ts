import { readPlanAnswer } from '../authoring/plan-answer.js';
import { planFromAnswer } from '../authoring/plan-from-answer.js';
import { planPrompt, planRepairPrompt } from '../authoring/prompts/plan-prompt.js';
import type { AppPlan } from '../generation/plan.js';
import type { ModelDesk } from './model-desk.js';
import { readAnswer } from './read-answer.js';
import { planOf, type StageContext } from './stage-task.js';

/** The model's plan, requested once more if it cannot be used; after that the blueprint's. @throws ModelError */
export async function modelPlan(context: StageContext, desk: ModelDesk, notes: string[]): Promise<AppPlan> {
  const draft = planOf(context);
  const request = planPrompt(context.run().prompt, draft);
  const answer = await desk.askNoting(context, { call: 'plan', request }, notes);
  const isTemplateAsked = context.run().templateId !== undefined;
  const filled = (given: string | undefined) => filledPlan(draft, given, isTemplateAsked);
  const first = filled(answer);
  if ('plan' in first) return first.plan;
  if (answer === undefined) return draft;

  const again = planRepairPrompt(request, answer, first.problem);
  const second = filled(await desk.askNoting(context, { call: 'repair:plan', request: again }, notes));
  if ('plan' in second) return second.plan;
  notes.push(`The model’s plan could not be used (${second.problem}); rules made the plan.`);
  return draft;
}

function filledPlan(
  draft: AppPlan,
  answer: string | undefined,
  isTemplateAsked: boolean,
): { readonly plan: AppPlan } | { readonly problem: string } {
  if (answer === undefined) return { problem: 'there was no answer' };
  const read = readAnswer(() => planFromAnswer(draft, readPlanAnswer(answer), { isTemplateAsked }));
  return 'plan' in read ? read : { problem: read.problems.join(' ') };
}
