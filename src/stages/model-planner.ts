import { readPlanAnswer } from '../authoring/plan-answer.js';
import { type FilledPlan, planFromAnswer } from '../authoring/plan-from-answer.js';
import { planPrompt, planRepairPrompt } from '../authoring/prompts/plan-prompt.js';
import type { AppPlan } from '../generation/plan.js';
import type { ModelDesk } from './model-desk.js';
import { readAnswer } from './read-answer.js';
import { planOf, type StageContext } from './stage-task.js';

/** The model's plan, asked for again once where it cannot be used; then the blueprint's. @throws ModelError */
export async function modelPlan(context: StageContext, desk: ModelDesk, notes: string[]): Promise<FilledPlan> {
  const draft = planOf(context);
  const request = planPrompt(context.run().prompt, draft);
  const answer = await desk.askNoting(context, { call: 'plan', request }, notes);
  const isTemplateAsked = context.run().templateId !== undefined;
  const filled = (given: string | undefined) => filledPlan(draft, given, isTemplateAsked);
  const first = filled(answer);
  if ('plan' in first || answer === undefined) return 'plan' in first ? first : byRules(draft);

  const again = planRepairPrompt(request, answer, first.problem);
  const second = filled(await desk.askNoting(context, { call: 'repair:plan', request: again }, notes));
  if ('plan' in second) return second;
  notes.push(`The model’s plan could not be used (${second.problem}); the plan is by rules.`);
  return byRules(draft);
}

function filledPlan(
  draft: AppPlan,
  answer: string | undefined,
  isTemplateAsked: boolean,
): FilledPlan | { readonly problem: string } {
  if (answer === undefined) return { problem: 'there was no answer' };
  const read = readAnswer(() => planFromAnswer(draft, readPlanAnswer(answer), { isTemplateAsked }));
  return 'plan' in read ? read : { problem: read.problems.join(' ') };
}

function byRules(plan: AppPlan): FilledPlan {
  return { plan, briefs: new Map() };
}
