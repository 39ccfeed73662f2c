import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan } from '../../generation/plan.js';
import { capitalised } from '../nouns.js';
import { fileOf, isRoot, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { lines, literal } from './source-text.js';

/** `title`, `backTo` and, where the app opens on it, the way to the settings: as attributes of `<Screen>` or of what contains one. */
export const frameOf = (stage: AppStage, screen: ScreenPlan): string => {
  const settings = isRoot(screen) ? screenOf(stage, 'settings') : undefined;
  return lines(
    `      title={${literal(isRoot(screen) ? stage.plan.name : screen.name)}}`,
    !screen.isTab && '      backTo="/"',
    settings &&
      `      actions={<IconButton icon="settings-outline" label={${literal(settings.name)}} tone="muted" onPress={() => openScreen("${pathOf(settings)}")} />}`,
  );
};

/** A screen that is one component with a frame of its own. */
export const componentFile = (
  screen: ScreenPlan,
  name: string,
  attributes: readonly (string | false | undefined)[],
): SourceFile => {
  const given = attributes.filter((one) => typeof one === 'string').map((one) => one.trimStart());
  const short = `  return <${[name, ...given].join(' ')} />;`;
  const isShort = short.length <= LONGEST_LINE && !short.includes('\n');
  return screenFile(
    screen,
    `${name}Screen`,
    isShort ? short : `  return (\n    <${[name, ...given].join('\n      ')}\n    />\n  );`,
  );
};

const LONGEST_LINE = 120;

/** A screen of components in the frame; the content is indented by six. */
export const framedFile = (
  stage: AppStage,
  screen: ScreenPlan,
  ...content: readonly (string | false | undefined)[]
): SourceFile =>
  screenFile(
    screen,
    `${capitalised(screen.archetype)}Screen`,
    `  return (\n    <Screen\n${frameOf(stage, screen)}\n    >\n${lines(...content)}\n    </Screen>\n  );`,
  );

const screenFile = (screen: ScreenPlan, name: string, body: string): SourceFile => ({
  path: fileOf(screen),
  content: lines(...importsOf(body, rootFrom(screen)), `\nexport default function ${name}() {\n${body}\n}\n`),
});

/** What a body of code uses: the components that it shows, and what the libraries have. Words in quotes are nobody's code. */
const importsOf = (body: string, root: string): readonly string[] => {
  const code = body.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const components = new Set([...code.matchAll(/<([A-Z]\w*)/g)].map(([, name = '']) => name));
  return [
    ...[...components].map((name) => `import { ${name} } from "${root}components/${fileNameOf(name)}";`),
    ...Object.entries(LIBRARIES).flatMap(([name, library]) =>
      new RegExp(String.raw`\b${name}\b`).test(code) ? [`import { ${name} } from "${root}lib/${library}";`] : [],
    ),
  ].toSorted((a, b) => originOf(a).localeCompare(originOf(b), 'en'));
};

const LIBRARIES = { addRecord: 'store', BLANK: 'model', dayFromToday: 'dates', openScreen: 'navigation', say: 'words' };

/** `RecordMap`: record-map. */
const fileNameOf = (component: string): string => component.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const originOf = (line: string): string => /from "([^"]+)"/.exec(line)?.[1] ?? line;
