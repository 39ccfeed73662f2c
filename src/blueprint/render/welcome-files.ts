import type { ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, rootFrom, screenOf, pathOf, type AppStage } from './app-stage.js';
import { entityViews, inSentence } from './entity-view.js';
import { lines, literal } from './source-text.js';

/** A tour of three pictures, in the app's own words. */
export const onboardingFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const root = rootFrom(screen);
  const { name, tagline } = stage.plan;
  const views = entityViews(stage.plan);
  const plurals = views.map((view, index) => (index === 0 ? view.entity.plural : inSentence(view).plural)).join(', ');
  const pages = [
    { icon: views[0]?.entity.icon ?? 'sparkles-outline', title: `Welcome to ${name}`, text: tagline },
    {
      icon: 'layers-outline',
      title: 'Everything in one place',
      text: `${plurals}: add them, find them again, keep them up to date.`,
    },
    {
      icon: 'lock-closed-outline',
      title: 'Yours alone',
      text: 'What you enter stays on this device, also after a restart.',
    },
  ];
  return {
    path: fileOf(screen),
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { Artwork } from "${root}components/artwork";
import { Button } from "${root}components/button";
import { Screen } from "${root}components/screen";
import { goBack } from "${root}lib/navigation";
import { setPreferences } from "${root}lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "${root}lib/theme";

const PAGES = [
${pages.map(({ icon, title, text }) => `  { icon: ${literal(icon)}, title: ${literal(title)}, text: ${literal(text)} },`).join('\n')}
] as const;

export default function WelcomeScreen() {
  const styles = useStyles(createStyles);
  const [index, setIndex] = useState(0);
  const { icon, title, text } = PAGES[index] ?? PAGES[0];
  const isLast = index === PAGES.length - 1;
  const finish = () => {
    setPreferences({ hasSeenTour: true });
    goBack("/");
  };
  return (
    <Screen title="Welcome" backTo="/">
      <Artwork text={title} icon={icon} height={300} radius={RADIUS.l} />
      <Text style={styles.title}>{title}</Text>
      <Text style={styles.text}>{text}</Text>
      <View accessible accessibilityLabel={\`Page \${index + 1} of \${PAGES.length}\`} style={styles.dots}>
        {PAGES.map((page, dot) => (
          <View key={page.title} style={[styles.dot, dot === index && styles.current]} />
        ))}
      </View>
      <Button label={isLast ? "Get started" : "Next"} onPress={() => (isLast ? finish() : setIndex(index + 1))} />
      <Button label="Skip" tone="quiet" onPress={finish} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    title: { marginTop: SPACE.s, fontSize: 26, lineHeight: 32, fontWeight: "800", textAlign: "center", color: theme.text },
    text: { fontSize: 16, lineHeight: 24, textAlign: "center", color: theme.muted },
    dots: { flexDirection: "row", justifyContent: "center", gap: SPACE.s, paddingVertical: SPACE.s },
    dot: { width: 8, height: 8, borderRadius: RADIUS.round, backgroundColor: theme.border },
    current: { width: 24, backgroundColor: theme.primary },
  });
`,
  };
};

/** A sign-in that checks what is typed, sends nothing, and says so. */
export const loginFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const root = rootFrom(screen);
  const profile = screenOf(stage, 'profile');
  const back = profile ? pathOf(profile) : '/';
  return {
    path: fileOf(screen),
    content: lines(
      `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { Button } from "${root}components/button";
import { Card } from "${root}components/card";
import { Screen } from "${root}components/screen";
import { TextField } from "${root}components/text-field";`,
      stage.isFinished && `import { showToast } from "${root}components/toast";`,
      `import { goBack } from "${root}lib/navigation";
import { setPreferences, usePreferences } from "${root}lib/store";
import { type Theme, useStyles } from "${root}lib/theme";

const MIN_PASSWORD_LENGTH = 6;

export default function SignInScreen() {
  const styles = useStyles(createStyles);
  const { signedInAs, displayName } = usePreferences();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const isEmail = /^\\S+@\\S+\\.\\S+$/.test(email.trim());
  const signIn = () => {
    setHasTried(true);
    if (!isEmail || password.length < MIN_PASSWORD_LENGTH) return;
    const [name = ""] = email.trim().split("@");
    setPreferences({ signedInAs: email.trim(), displayName: displayName === "" ? name : displayName });`,
      stage.isFinished && `    showToast({ message: "Signed in" });`,
      `    goBack("${back}");
  };
  if (signedInAs !== "") {
    return (
      <Screen title="Signed in" backTo="${back}">
        <Card>
          <Text style={styles.strong}>{signedInAs}</Text>
          <Button icon="log-out-outline" label="Sign out" tone="danger" onPress={() => setPreferences({ signedInAs: "" })} />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen title="Sign in" backTo="${back}">
      <Text style={styles.hint}>
        A demo sign-in: any address and any password of {MIN_PASSWORD_LENGTH} characters will do. Nothing is sent, and the
        password is not kept.
      </Text>
      <TextField
        label="Email"
        value={email}
        onChange={setEmail}
        isRequired
        placeholder="you@example.org"
        error={hasTried && !isEmail ? "Enter an address such as you@example.org." : undefined}
      />
      <TextField
        label="Password"
        value={password}
        onChange={setPassword}
        isRequired
        isSecret
        error={hasTried && password.length < MIN_PASSWORD_LENGTH ? "Use at least 6 characters." : undefined}
      />
      <Button icon="log-in-outline" label="Sign in" onPress={signIn} />
      <Button label="Continue as a guest" tone="quiet" onPress={() => goBack("${back}")} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted },
    strong: { fontSize: 17, fontWeight: "700", color: theme.text },
  });
`,
    ),
  };
};
