/**
 * The packages that a generated app may import from the kit, in one table for the gate and for the prompts of a model. The kit
 * has more (the renderer, Metro's runtime), which only the entry files may import; a test compares the table with the kit.
 */
export const KIT_PACKAGES: readonly string[] = [
  '@expo/vector-icons',
  '@react-native-async-storage/async-storage',
  'expo-constants',
  'expo-font',
  'expo-haptics',
  'expo-image',
  'expo-linear-gradient',
  'expo-linking',
  'expo-router',
  'expo-status-bar',
  'react',
  'react-native',
  'react-native-gesture-handler',
  'react-native-reanimated',
  'react-native-safe-area-context',
  'react-native-screens',
  'react-native-svg',
];

/** Paths below a package that are part of its public API; any other would reach into its internals. */
const PUBLIC_SUBPATHS: readonly RegExp[] = [
  /^@expo\/vector-icons\/[A-Z][A-Za-z0-9]*$/,
  /^expo-router\/(?:head|stack|tabs|ui)$/,
  /^react\/jsx(?:-dev)?-runtime$/,
];

export function isKitImport(specifier: string): boolean {
  return KIT_PACKAGES.includes(specifier) || PUBLIC_SUBPATHS.some((path) => path.test(specifier));
}
