import type { ProjectState } from '../../generation/state.js';

/** The versions that previews run with. */
export interface KitPackage {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const ICON = 'assets/icon.png';
const SPLASH = 'assets/splash.png';

/** The files that turn the app into a standalone project: `npm install && npx expo start` runs it. */
export function standaloneFiles(
  { projectId, run, files, seq }: ProjectState,
  kit: KitPackage,
): readonly { readonly path: string; readonly content: string }[] {
  const name = run?.plan?.name ?? projectId;
  const slug = projectId.toLowerCase();
  return [
    { path: 'package.json', content: json(packageOf(slug, kit)) },
    { path: 'app.json', content: json({ expo: appOf(name, slug, files) }) },
    { path: 'tsconfig.json', content: json({ extends: 'expo/tsconfig.base', compilerOptions: { strict: true } }) },
    { path: '.gitignore', content: 'node_modules/\n.expo/\ndist/\nios/\nandroid/\nexpo-env.d.ts\n' },
    { path: 'README.md', content: readme(name, projectId, seq, run?.prompt) },
  ];
}

function packageOf(slug: string, { dependencies, devDependencies }: KitPackage): object {
  const scripts = {
    start: 'expo start',
    android: 'expo start --android',
    ios: 'expo start --ios',
    web: 'expo start --web',
    export: 'expo export -p web',
  };
  return {
    name: slug,
    version: '1.0.0',
    private: true,
    main: 'expo-router/entry',
    scripts,
    dependencies,
    devDependencies,
  };
}

function appOf(name: string, slug: string, files: ProjectState['files']): object {
  return {
    name,
    slug,
    scheme: slug.replaceAll(/[^a-z0-9]/g, '') || 'app',
    version: '1.0.0',
    orientation: 'portrait',
    userInterfaceStyle: 'automatic',
    ...(files[ICON] && { icon: `./${ICON}` }),
    ...(files[SPLASH] && { splash: { image: `./${SPLASH}`, resizeMode: 'contain' } }),
    web: { bundler: 'metro', output: 'single' },
    plugins: ['expo-router'],
  };
}

function readme(name: string, projectId: string, seq: number, prompt: string | undefined): string {
  const asked = prompt === undefined ? '' : `It was made from this prompt:\n\n> ${prompt.replaceAll(/\s+/g, ' ')}\n\n`;
  return `# ${name}

${asked}\`\`\`bash
npm install
npx expo start        # then press w for the browser, or scan the code with Expo Go
\`\`\`

Downloaded from Firstlight: project ${projectId}, as it was after event ${seq}.
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
