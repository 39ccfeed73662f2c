import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan, SettingPlan } from '../../generation/plan.js';
import { isRoot, pathOf, screenOf, type AppStage } from './app-stage.js';
import { entityViews } from './entity-view.js';
import { componentFile } from './frame.js';
import { kindsOf, linkTo } from './record-files.js';
import { literal } from './source-text.js';

/** Screens that are reached from others of their own kind. */
const REACHED: ReadonlySet<string> = new Set(['detail', 'form', 'chat', 'checkout', 'login', 'profile', 'settings']);

/** The person's name, what they have gathered, and the ways to what has no tab. */
export const profileFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const login = screenOf(stage, 'login');
  const settings = screenOf(stage, 'settings');
  const more = stage.screens.filter((one) => !REACHED.has(one.archetype) && !one.isTab && !isRoot(one));
  const links = [...more, ...(settings ? [settings] : [])];
  return componentFile(screen, 'Profile', [
    `title={${literal(screen.name)}}`,
    `kinds={${kindsOf(entityViews(stage.plan))}}`,
    login && `signIn="${pathOf(login)}"`,
    `links={[\n${links.map((one) => `        ${linkTo(one)}\n`).join('')}      ]}`,
  ]);
};

/** Dark mode, a fresh start, and plainly what this first version does not do. */
export const settingsFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const { name, tagline, notes, settings = [] } = stage.plan;
  const offered = settings.filter(({ isOffered }) => isOffered).map((setting) => `          ${settingField(setting)},`);
  return componentFile(screen, 'Settings', [
    `title={${literal(screen.name)}}`,
    `name={${literal(name)}}`,
    `tagline={${literal(tagline)}}`,
    `notes={[\n${notes.map((note) => `        ${literal(note)},\n`).join('')}      ]}`,
    offered.length > 0 &&
      `children={\n        <AppSettings heading={${literal(name)}} settings={[\n${offered.join('\n')}\n        ]} />\n      }`,
  ]);
};

const settingField = ({ name, label, type, choices, unit }: SettingPlan): string => {
  const of = [`name: ${literal(name)}`, `label: ${literal(label)}`, `type: ${literal(type)}`];
  if (choices) of.push(`choices: [${choices.map(literal).join(', ')}]`);
  if (unit !== undefined) of.push(`unit: ${literal(unit)}`);
  return `{ ${of.join(', ')} }`;
};

/** A tour of three pictures, in the app's own words. */
export const onboardingFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const { name, tagline } = stage.plan;
  const views = entityViews(stage.plan);
  return componentFile(screen, 'Tour', [
    `title={${literal(screen.name)}}`,
    `pages={[
        { icon: ${literal(views[0]?.entity.icon ?? 'sparkles-outline')}, title: say("welcomeTo", { name: ${literal(name)} }), text: ${literal(tagline)} },
        { icon: "layers-outline", title: say("onePlace"), text: ${literal(views.map(({ entity }) => entity.plural).join(', '))} },
        { icon: "lock-closed-outline", title: say("yoursAlone"), text: say("staysHere") },
      ]}`,
  ]);
};

/** A sign-in that checks what is typed, sends nothing, and says so. */
export const loginFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const profile = screenOf(stage, 'profile');
  return componentFile(screen, 'SignIn', [
    `title={${literal(screen.name)}} backTo="${profile ? pathOf(profile) : '/'}"`,
  ]);
};
