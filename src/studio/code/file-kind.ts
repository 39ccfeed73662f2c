/** What a file is shown as. */
export type FileKind = 'code' | 'picture' | 'font' | 'other';

/** The most that is edited as a text, as the service has it. */
export const MAX_TEXT_BYTES = 512 * 1024;

const KINDS: Readonly<Record<string, FileKind>> = {
  ts: 'code',
  tsx: 'code',
  json: 'code',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  webp: 'picture',
  gif: 'picture',
  svg: 'picture',
  ttf: 'font',
};

export function kindOf(path: string): FileKind {
  return KINDS[extensionOf(path)] ?? 'other';
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
}

/** What a new file begins with, so that it counts at once: a route needs a screen, JSON a value. */
export function starterOf(path: string): string {
  switch (extensionOf(path)) {
    case 'tsx':
      return screenNamed(componentName(path));
    case 'json':
      return '{}\n';
    default:
      return 'export {};\n';
  }
}

function screenNamed(name: string): string {
  return `import { Text, View } from 'react-native';

export default function ${name}() {
  return (
    <View>
      <Text>${name}</Text>
    </View>
  );
}
`;
}

/** `app/my-day/[id].tsx` → `Id`; what has no letter → `Screen`. */
function componentName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words = name.match(/[A-Za-z][A-Za-z0-9]*/g) ?? ['Screen'];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
