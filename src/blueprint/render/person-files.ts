import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan, SettingPlan } from '../../generation/plan.js';
import { fileOf, isRoot, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
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
  const root = rootFrom(screen);
  const offered = settings.filter(({ isOffered }) => isOffered);
  const attributes = `title={${literal(screen.name)}} name={${literal(name)}} tagline={${literal(tagline)}} notes={NOTES}`;
  return {
    path: fileOf(screen),
    content: `${offered.length > 0 ? `import { AppSettings } from "${root}components/app-settings";\n` : ''}import { Settings } from "${root}components/settings";
${offered.length > 0 ? `import type { Field } from "${root}lib/kinds";\n\n${settingFields(offered)}` : ''}
/** What this first version leaves out or only pretends. */
const NOTES: readonly string[] = [
${notes.map((note) => `  ${literal(note)},\n`).join('')}];

export default function SettingsScreen() {
${
  offered.length > 0
    ? `  return (
    <Settings ${attributes}>
      <AppSettings heading={${literal(name)}} settings={SETTINGS} />
    </Settings>
  );`
    : `  return <Settings ${attributes} />;`
}
}
`,
  };
};

const settingFields = (settings: readonly SettingPlan[]): string => `/** What can be chosen here. */
const SETTINGS: readonly Field[] = [
${settings.map((setting) => `  ${settingField(setting)},\n`).join('')}];
`;

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
  return {
    path: fileOf(screen),
    content: `import { Tour } from "${rootFrom(screen)}components/tour";
import { say } from "${rootFrom(screen)}lib/words";

export default function WelcomeScreen() {
  return (
    <Tour
      title={${literal(screen.name)}}
      pages={[
        { icon: ${literal(views[0]?.entity.icon ?? 'sparkles-outline')}, title: say("welcomeTo", { name: ${literal(name)} }), text: ${literal(tagline)} },
        { icon: "layers-outline", title: say("onePlace"), text: ${literal(views.map(({ entity }) => entity.plural).join(', '))} },
        { icon: "lock-closed-outline", title: say("yoursAlone"), text: say("staysHere") },
      ]}
    />
  );
}
`,
  };
};

/** A sign-in that checks what is typed, sends nothing, and says so. */
export const loginFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const profile = screenOf(stage, 'profile');
  return componentFile(screen, 'SignIn', [
    `title={${literal(screen.name)}} backTo="${profile ? pathOf(profile) : '/'}"`,
  ]);
};
