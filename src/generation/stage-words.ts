import type { Stage } from './stage-plan.js';

/** What viewers read when a stage starts. */
export const STAGE_STARTED: Readonly<Record<Stage, string>> = {
  analyzing: 'Analyzing requirements',
  creating_project: 'Creating Expo project',
  generating_base: 'Generating base code',
  installing_deps: 'Installing dependencies',
  starting_server: 'Starting dev server',
  creating_tunnel: 'Creating preview link',
  preview_ready: 'Waiting for the preview to answer',
  generating_screens: 'Designing screens',
  adding_components: 'Adding components',
  generating_images: 'Generating images',
  complete: 'All done!',
};

/** What viewers read when a stage has succeeded. */
export const STAGE_DONE: Readonly<Record<Stage, string>> = {
  analyzing: 'Requirements analyzed',
  creating_project: 'Project created',
  generating_base: 'Base code generated',
  installing_deps: 'Dependencies installed',
  starting_server: 'Dev server started',
  creating_tunnel: 'Preview link created',
  preview_ready: 'Preview is live!',
  generating_screens: 'All screens added',
  adding_components: 'Components added',
  generating_images: 'Images generated',
  complete: 'All done!',
};

/** How the reason begins when a stage fails. */
export const STAGE_FAILED: Readonly<Record<Stage, string>> = {
  analyzing: 'Failed to analyze requirements',
  creating_project: 'Failed to create the project',
  generating_base: 'Failed to generate the base code',
  installing_deps: 'Failed to install dependencies',
  starting_server: 'Failed to start the dev server',
  creating_tunnel: 'Failed to create the preview link',
  preview_ready: 'Failed to open the preview',
  generating_screens: 'Failed to generate screens',
  adding_components: 'Failed to add components',
  generating_images: 'Failed to generate images',
  complete: 'Failed to complete',
};

const CALL_ANSWERED: Readonly<Record<string, string>> = {
  plan: 'The model has planned the app',
  screen: 'The model has written',
  repair: 'The model has repaired',
  edit: 'The model has changed the app',
  icon: 'The model has painted the icon',
};

/** What viewers read when the model has answered a call such as `screen:Home`. */
export function callAnswered(call: string): string {
  const [kind = '', ...about] = call.split(':');
  return [CALL_ANSWERED[kind] ?? 'The model has answered', ...about].join(' ');
}
