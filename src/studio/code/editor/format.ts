import { extensionOf } from '../file-kind.js';

/** The text is not formatted, and why. */
export class NotFormatted extends Error {
  override readonly name = 'NotFormatted';
}

/** As the blueprint writes: of Prettier's own settings only the width differs. */
const STYLE = { printWidth: 120 };

/** The text as Prettier would have it. Prettier is loaded when it is first asked for. @throws NotFormatted */
export async function formatted(path: string, text: string): Promise<string> {
  const [prettier, babel, estree] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/babel'),
    import('prettier/plugins/estree'),
  ]);
  const parser = extensionOf(path) === 'json' ? 'json' : 'babel-ts';
  try {
    return await prettier.format(text, { ...STYLE, parser, plugins: [babel, estree as never] });
  } catch (cause) {
    throw new NotFormatted(`It does not parse: ${firstLine(cause)}`, { cause });
  }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}
