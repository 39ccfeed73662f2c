import type { SourceFile } from '../../generation/plan.js';
import type { AppStage } from './app-stage.js';
import { lines, literal } from './source-text.js';

/**
 * app/_layout.tsx: waits for what the device has kept, then shows the stack. Its exports are the same at every stage: one
 * more would make a live update reload the page.
 */
export const rootLayoutFile = ({ plan, isFinished }: AppStage): SourceFile => ({
  path: 'app/_layout.tsx',
  content: lines(
    `import { Stack } from "expo-router";`,
    `import { View } from "react-native";`,
    '',
    isFinished && `import { ToastHost } from "../components/toast";`,
    `import { useIsLoaded } from "../lib/store";
import { useTheme } from "../lib/theme";
`,
    `export { ErrorScreen as ErrorBoundary } from "../components/error-screen";

export default function RootLayout() {
  const theme = useTheme();
  const isLoaded = useIsLoaded();
  const background = { flex: 1, backgroundColor: theme.background };
  if (!isLoaded) return <View style={background} />;
  return (
    <View style={background}>
      <Stack
        screenOptions={{
          headerShown: false,
          title: ${literal(plan.name)},
          contentStyle: { backgroundColor: theme.background },
        }}
      />`,
    isFinished && '      <ToastHost />',
    `    </View>
  );
}
`,
  ),
});

/** app/(tabs)/_layout.tsx: a tab for each screen that has one so far. */
export const tabsLayoutFile = ({ screens }: AppStage): SourceFile => ({
  path: 'app/(tabs)/_layout.tsx',
  content: `import { Ionicons } from "@expo/vector-icons";
import { Tabs } from "expo-router";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useTheme } from "../../lib/theme";

export default function TabsLayout() {
  const theme = useTheme();
  const insets = useSafeAreaInsets();
  return (
    <Tabs
      screenOptions={{
        headerShown: false,
        tabBarActiveTintColor: theme.primary,
        tabBarInactiveTintColor: theme.muted,
        tabBarStyle: {
          height: 64 + insets.bottom,
          paddingTop: 8,
          backgroundColor: theme.surface,
          borderTopColor: theme.border,
        },
        tabBarLabelStyle: { fontSize: 11, fontWeight: "600" },
        sceneStyle: { backgroundColor: theme.background },
      }}
    >
${screens
  .filter(({ isTab }) => isTab)
  .map(
    (screen) => `      <Tabs.Screen
        name="${screen.route.replace('(tabs)/', '')}"
        options={{
          title: ${literal(screen.name)},
          tabBarIcon: ({ color, size }) => <Ionicons name=${literal(screen.icon ?? 'ellipse-outline')} color={color} size={size} />,
        }}
      />`,
  )
  .join('\n')}
    </Tabs>
  );
}
`,
});
