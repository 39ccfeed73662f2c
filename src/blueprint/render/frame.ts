import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan } from '../../generation/plan.js';
import { fileOf, isRoot, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { lines, literal } from './source-text.js';

/** How a screen stands in its frame: title, way back, and the way to the settings where the app opens on it. */
export interface Frame {
  /** From the screen's file to the project's folder. */
  readonly root: string;
  /** `title`, `backTo` and `actions` as attributes of `<Screen>` or of what contains one, one a line. */
  readonly attributes: string;
  /** Imports that the attributes need. */
  readonly imports: readonly string[];
}

/** The frame of a top screen: a tab, the one the app opens on, or one reached from elsewhere. */
export const frameOf = (stage: AppStage, screen: ScreenPlan): Frame => {
  const root = rootFrom(screen);
  const settings = isRoot(screen) ? screenOf(stage, 'settings') : undefined;
  return {
    root,
    imports: settings
      ? [
          `import { IconButton } from "${root}components/icon-button";`,
          `import { openScreen } from "${root}lib/navigation";`,
        ]
      : [],
    attributes: lines(
      `      title={${literal(isRoot(screen) ? stage.plan.name : screen.name)}}`,
      !screen.isTab && '      backTo="/"',
      settings &&
        `      actions={<IconButton icon="settings-outline" label={${literal(settings.name)}} tone="muted" onPress={() => openScreen("${pathOf(settings)}")} />}`,
    ),
  };
};

/** A screen that is one component with a frame of its own. */
export const componentFile = (
  screen: ScreenPlan,
  name: string,
  attributes: readonly (string | false | undefined)[],
  imports: readonly (string | false)[] = [],
): SourceFile => {
  const given = attributes.filter((one) => typeof one === 'string').map((one) => one.trimStart());
  const short = `  return <${[name, ...given].join(' ')} />;`;
  const isShort = short.length <= LONGEST_LINE && !short.includes('\n');
  return {
    path: fileOf(screen),
    content: lines(
      ...imports,
      `import { ${name} } from "${rootFrom(screen)}components/${fileNameOf(name)}";

export default function ${name}Screen() {`,
      isShort ? short : `  return (\n    <${[name, ...given].join('\n      ')}\n    />\n  );`,
      '}\n',
    ),
  };
};

const LONGEST_LINE = 120;

/** `RecordMap`: record-map. */
export const fileNameOf = (component: string): string =>
  component.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** A screen of components in the frame; the content is indented by six. */
export const framedFile = (
  stage: AppStage,
  screen: ScreenPlan,
  components: readonly (string | false)[],
  content: string,
): SourceFile => {
  const { root, imports, attributes } = frameOf(stage, screen);
  const shown = [...components, 'Screen'].filter((name) => name !== false);
  return {
    path: fileOf(screen),
    content: lines(
      ...sorted([
        ...shown.map((name) => `import { ${name} } from "${root}components/${fileNameOf(name)}";`),
        ...imports,
      ]),
      `
export default function ${screen.archetype.charAt(0).toUpperCase()}${screen.archetype.slice(1)}Screen() {
  return (
    <Screen`,
      attributes,
      `    >
${content}
    </Screen>
  );
}
`,
    ),
  };
};

/** By where they come from, each once. */
const sorted = (imports: readonly string[]): readonly string[] =>
  [...new Set(imports)].sort((a, b) => origin(a).localeCompare(origin(b), 'en'));

const origin = (line: string): string => /from "([^"]+)"/.exec(line)?.[1] ?? line;
