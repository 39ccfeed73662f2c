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

interface Body {
  /** The name of the function that is the screen. */
  readonly name: string;
  /** Components by their file: `record-calendar: RecordCalendar`. */
  readonly components?: Readonly<Record<string, string>>;
  /** What stands in the frame, indented by six. */
  readonly content: string;
}

/** A screen of components in the frame. */
export const framedFile = (stage: AppStage, screen: ScreenPlan, body: Body): SourceFile => {
  const { root, imports, attributes } = frameOf(stage, screen);
  const components = Object.entries({ ...body.components, screen: 'Screen' });
  return {
    path: fileOf(screen),
    content: lines(
      ...sorted([
        ...components.map(([file, name]) => `import { ${name} } from "${root}components/${file}";`),
        ...imports,
      ]),
      '',
      `export default function ${body.name}() {
  return (
    <Screen`,
      attributes,
      `    >
${body.content}
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
