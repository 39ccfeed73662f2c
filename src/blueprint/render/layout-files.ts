import type { SourceFile } from '../../generation/app-files.js';
import type { ScreenPlan } from '../../generation/plan.js';
import { iconSvg } from '../icon.js';
import { capitalised } from '../nouns.js';
import type { AppStage } from './app-stage.js';
import { lines, literal } from './source-text.js';

/**
 * app/_layout.tsx: waits for what the device has kept, then shows the stack. Its exports are the same at every stage: one
 * more would make a live update reload the page.
 */
export const rootLayoutFile = ({ plan }: AppStage): SourceFile => ({
  path: 'app/_layout.tsx',
  content: lines(
    `import { Stack } from "expo-router";
import { useEffect } from "react";
import { Platform, View } from "react-native";

import { StorageNotice } from "../components/storage-notice";
import { ToastHost } from "../components/toast";
import { useIsLoaded } from "../lib/store";
import { useTheme } from "../lib/theme";
import { LOCALE } from "../lib/words";

export { ErrorScreen as ErrorBoundary } from "../components/error-screen";

const ICON =
  ${literal(`data:image/svg+xml,${encodeURIComponent(iconSvg(plan))}`)};

export default function RootLayout() {
  const theme = useTheme();
  const isLoaded = useIsLoaded();
  useEffect(() => {
    if (Platform.OS !== "web") return;
    document.documentElement.lang = LOCALE;
    document.querySelector("link[rel=icon]")?.setAttribute("href", ICON);
  }, []);
  const background = { flex: 1, backgroundColor: theme.background };
  if (!isLoaded) return <View style={background} />;
  return (
    <View style={background}>
      <StorageNotice />
      <Stack
        screenOptions={{
          headerShown: false,
          title: ${literal(plan.name)},
          contentStyle: { backgroundColor: theme.background },
        }}
      />
      <ToastHost />
    </View>
  );
}
`,
  ),
});

/** app/(tabs)/_layout.tsx: a tab for each screen that has one so far; beside the screen where there is room. */
export const tabsLayoutFile = ({ plan, screens }: AppStage): SourceFile => {
  const tabs = screens.filter(({ isTab }) => isTab);
  const names = tabNames(tabs);
  return {
    path: 'app/(tabs)/_layout.tsx',
    content: `import { Ionicons } from "@expo/vector-icons";
import { Tabs } from "expo-router";
import { useWindowDimensions } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useIsWide, useTextScale, useTheme } from "../../lib/theme";

/** How wide the longest name below an icon is, in letters as high as wide. */
const WIDEST = ${(Math.max(...names.map(widthOf)) * WIDE_TYPE).toFixed(1)};

export default function TabsLayout() {
  const theme = useTheme();
  const insets = useSafeAreaInsets();
  const isWide = useIsWide();
  const room = useWindowDimensions().width / ${tabs.length} - ${BESIDE_NAME};
  const fontSize = Math.min(11 * useTextScale(), 14, isWide ? 14 : room / WIDEST);
  return (
    <Tabs
      screenOptions={{
        headerShown: false,
        tabBarPosition: isWide ? "left" : "bottom",
        tabBarVariant: isWide ? "material" : "uikit",
        tabBarLabelPosition: "below-icon",
        tabBarActiveTintColor: theme.primary,
        tabBarInactiveTintColor: theme.muted,
        tabBarStyle: {
          minHeight: 64 + insets.bottom,
          paddingTop: 8,
          backgroundColor: theme.surface,
          borderColor: theme.border,
        },
        tabBarLabelStyle: { fontSize, fontWeight: "600" },
        tabBarAllowFontScaling: false,
        sceneStyle: { backgroundColor: theme.background },
      }}
    >
${tabs
  .map(
    (screen, index) => `      <Tabs.Screen
        name="${screen.route.replace('(tabs)/', '')}"
        options={{
          title: ${literal(screen.route === '(tabs)/index' ? plan.name : `${screen.name} · ${plan.name}`)},
          tabBarLabel: ${literal(names[index] ?? screen.name)},
          tabBarAccessibilityLabel: ${literal(screen.name)},
          tabBarIcon: ({ color, size }) => <Ionicons name=${literal(screen.icon ?? 'ellipse-outline')} color={color} size={size} />,
        }}
      />`,
  )
  .join('\n')}
    </Tabs>
  );
}
`,
  };
};

/** How wide a letter is beside its height: Chinese, Japanese and Korean ones are square. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]/u, 1],
  [/[mwMW@&]/, 0.92],
  [/[iljtfrI .,:'’-]/, 0.38],
  [/\p{Lu}/u, 0.7],
];

const widthOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.6), 0);

/** How much wider letters are where a system has only a wide typeface. */
const WIDE_TYPE = 1.12;

/** What the bar keeps free around each name, in points. */
const BESIDE_NAME = 12;

/** The narrowest phone, and the smallest letters that can be read there. */
const NARROWEST = { width: 320, fontSize: 10 } as const;

/** The names of screens as they fit below their icons; where two would end alike, by how they begin. */
const tabNames = (tabs: readonly ScreenPlan[]): readonly string[] => {
  const room = (NARROWEST.width / tabs.length - BESIDE_NAME) / NARROWEST.fontSize;
  const names = tabs.map((screen) => tabName(screen, (name) => widthOf(name) <= room));
  const isOnce = (name: string): boolean => names.indexOf(name) === names.lastIndexOf(name);
  return names.map((name, index) => (isOnce(name) ? name : (tabs[index]?.name.split(' ')[0] ?? name)));
};

/** A name that fits; else its last word that does, which is the noun. In `Articles d’actualité` it is the one before. */
const tabName = ({ name, tab }: ScreenPlan, fits: (name: string) => boolean): string => {
  if (tab !== undefined || fits(name)) return tab ?? name;
  const [noun = name] = name.split(/\s(?:d[aeiou]s?\s|dell?[aeio]?\s|d['’])/i);
  const words = noun.split(/\s+/).filter((word) => word.length > 2);
  return capitalised(words.findLast(fits) ?? words.at(-1) ?? name);
};

/** app/+not-found.tsx */
export const notFoundFile = (): SourceFile => ({
  path: 'app/+not-found.tsx',
  content: `import { router } from "expo-router";

import { Button } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { Screen } from "../components/screen";
import { say } from "../lib/words";

export default function NotFoundScreen() {
  return (
    <Screen title={say("notFound")} backTo="/">
      <EmptyState icon="compass-outline" title={say("noSuchScreen")} hint={say("oldLink")}>
        <Button icon="home-outline" label={say("goHome")} onPress={() => router.replace("/")} />
      </EmptyState>
    </Screen>
  );
}
`,
});
