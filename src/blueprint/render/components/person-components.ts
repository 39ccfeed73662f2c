import type { SourceFile } from '../../../generation/plan.js';

/** The person behind the app: profile, settings, tour, sign-in. */
export const personComponents: readonly SourceFile[] = [
  {
    path: 'components/profile.tsx',
    content: `import type { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { StyleSheet, Text, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { setPreferences, usePreferences } from "../lib/store";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Avatar } from "./avatar";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { FigureTiles } from "./figure-tiles";
import { Heading } from "./heading";
import { LinkRow } from "./link-row";
import { Screen } from "./screen";
import { TextField } from "./text-field";

interface ProfileProps {
  title: string;
  kinds: readonly KindName[];
  links: readonly { icon: ComponentProps<typeof Ionicons>["name"]; label: string; path: string }[];
  /** Where one signs in; absent: nowhere. */
  signIn?: string;
}

/** The person's name and what they have gathered so far. */
export function Profile({ title, kinds, links, signIn }: ProfileProps) {
  const styles = useStyles(createStyles);
  const { displayName, signedInAs } = usePreferences();
  return (
    <Screen title={title}>
      <Columns>
        <Card>
          <View style={styles.top}>
            <Avatar name={displayName} size={72} />
            <View style={styles.texts}>
              <Heading level={2} style={styles.name}>
                {displayName.trim() === "" ? say("welcome") : displayName}
              </Heading>
              <Text style={styles.hint}>{say("staysHere")}</Text>
            </View>
          </View>
          <TextField
            label={say("yourName")}
            value={displayName}
            onChange={(name) => setPreferences({ displayName: name })}
            placeholder={say("callYou")}
          />
          {signIn !== undefined && (
            <Button
              icon={signedInAs === "" ? "log-in-outline" : "person-outline"}
              label={signedInAs === "" ? say("signIn") : signedInAs}
              tone="quiet"
              onPress={() => openScreen(signIn)}
            />
          )}
        </Card>
        {links.length > 0 && (
          <Card heading={say("moreScreens")}>
            {links.map(({ icon, label, path }) => (
              <LinkRow key={path} icon={icon} label={label} onPress={() => openScreen(path)} />
            ))}
          </Card>
        )}
        <FigureTiles kinds={kinds} figures={0} />
      </Columns>
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    top: { flexDirection: "row", alignItems: "center", gap: SPACE.m, marginBottom: SPACE.s },
    texts: { flex: 1, minWidth: 0, gap: SPACE.xs },
    name: { fontSize: 22, lineHeight: 28, fontWeight: "800", color: theme.text },
    hint: { fontSize: 14, lineHeight: 20, color: theme.muted },
  });
`,
  },
  {
    path: 'components/settings.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { resetApp, setPreferences, useHasSaveFailed, usePreferences } from "../lib/store";
import { type Theme, useStyles, useTheme } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { ConfirmDialog } from "./confirm-dialog";
import { Screen } from "./screen";
import { SwitchRow } from "./switch-row";
import { showToast } from "./toast";

interface SettingsProps {
  title: string;
  name: string;
  tagline: string;
  notes: readonly string[];
}

/** Dark mode, a fresh start, and what this first version leaves out. */
export function Settings({ title, name, tagline, notes }: SettingsProps) {
  const theme = useTheme();
  const styles = useStyles(createStyles);
  const { appearance } = usePreferences();
  const hasSaveFailed = useHasSaveFailed();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Screen title={title} backTo="/">
      <Columns>
        <Card heading={say("appearance")}>
          <SwitchRow
            label={say("darkMode")}
            hint={appearance === "system" ? say("followsDevice") : say("chosenHere")}
            value={theme.isDark}
            onChange={(isDark) => setPreferences({ appearance: isDark ? "dark" : "light" })}
          />
          {appearance !== "system" && (
            <Button label={say("followDevice")} tone="quiet" onPress={() => setPreferences({ appearance: "system" })} />
          )}
        </Card>
        <Card heading={say("yourData")}>
          <Text style={styles.text}>{say("staysHere")}</Text>
          {hasSaveFailed && (
            <Text accessibilityRole="alert" style={styles.warning}>
              {say("nothingKept")}
            </Text>
          )}
          <Button icon="refresh-outline" label={say("resetSamples")} tone="danger" onPress={() => setIsAsking(true)} />
        </Card>
        <Card heading={say("about")}>
          <Text style={styles.strong}>{name}</Text>
          <Text style={styles.text}>{tagline}</Text>
        </Card>
        {notes.length > 0 && (
          <Card heading={say("goodToKnow")}>
            {notes.map((note) => (
              <Text key={note} style={styles.text}>
                {note}
              </Text>
            ))}
          </Card>
        )}
      </Columns>
      <ConfirmDialog
        isOpen={isAsking}
        title={say("resetAll")}
        message={say("resetMeans")}
        confirmLabel={say("reset")}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          resetApp();
          setIsAsking(false);
          showToast({ message: say("samplesBack") });
        }}
      />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    strong: { fontSize: 16, fontWeight: "700", color: theme.text },
    text: { fontSize: 15, lineHeight: 22, color: theme.muted },
    warning: { fontSize: 15, lineHeight: 22, color: theme.danger },
  });
`,
  },
  {
    path: 'components/tour.tsx',
    content: `import type { Ionicons } from "@expo/vector-icons";
import { type ComponentProps, useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { goBack } from "../lib/navigation";
import { setPreferences } from "../lib/store";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Button } from "./button";
import { Heading } from "./heading";
import { Screen } from "./screen";

interface Page {
  icon: ComponentProps<typeof Ionicons>["name"];
  title: string;
  text: string;
}

/** What the app is about, in a few pictures. */
export function Tour({ title, pages }: { title: string; pages: readonly [Page, ...Page[]] }) {
  const styles = useStyles(createStyles);
  const [index, setIndex] = useState(0);
  const page = pages[index] ?? pages[0];
  const isLast = index === pages.length - 1;
  const finish = () => {
    setPreferences({ hasSeenTour: true });
    goBack("/");
  };
  return (
    <Screen title={title} backTo="/">
      <Artwork text={page.title} icon={page.icon} height={280} radius={RADIUS.l} />
      <Heading level={2} style={styles.title}>
        {page.title}
      </Heading>
      <Text style={styles.text}>{page.text}</Text>
      <View accessibilityRole="image" accessibilityLabel={say("pageOf", { page: index + 1, all: pages.length })} style={styles.dots}>
        {pages.map((one, dot) => (
          <View key={one.title} style={[styles.dot, dot === index && styles.current]} />
        ))}
      </View>
      <Button label={isLast ? say("getStarted") : say("nextPage")} onPress={() => (isLast ? finish() : setIndex(index + 1))} />
      <Button label={say("skip")} tone="quiet" onPress={finish} />
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
  },
  {
    path: 'components/sign-in.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { goBack, type Path } from "../lib/navigation";
import { setPreferences, usePreferences } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Screen } from "./screen";
import { TextField } from "./text-field";
import { showToast } from "./toast";

const MIN_PASSWORD_LENGTH = 6;

/** A demo sign-in: it checks what is typed, sends nothing, and says so. */
export function SignIn({ title, backTo }: { title: string; backTo: Path }) {
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
    setPreferences({ signedInAs: email.trim(), displayName: displayName === "" ? name : displayName });
    showToast({ message: say("signedIn") });
    goBack(backTo);
  };
  if (signedInAs !== "") {
    return (
      <Screen title={say("signedIn")} backTo={backTo}>
        <Card>
          <Text style={styles.strong}>{signedInAs}</Text>
          <Button icon="log-out-outline" label={say("signOut")} tone="danger" onPress={() => setPreferences({ signedInAs: "" })} />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen title={title} backTo={backTo}>
      <Text style={styles.hint}>{say("demoSignIn", { min: MIN_PASSWORD_LENGTH })}</Text>
      <TextField
        label={say("email")}
        value={email}
        onChange={setEmail}
        onSubmit={signIn}
        isRequired
        placeholder="you@example.org"
        error={hasTried && !isEmail ? say("notAnEmail") : undefined}
      />
      <TextField
        label={say("password")}
        value={password}
        onChange={setPassword}
        onSubmit={signIn}
        isRequired
        isSecret
        error={hasTried && password.length < MIN_PASSWORD_LENGTH ? say("tooShort", { min: MIN_PASSWORD_LENGTH }) : undefined}
      />
      <Button icon="log-in-outline" label={say("signIn")} onPress={signIn} />
      <Button label={say("asGuest")} tone="quiet" onPress={() => goBack(backTo)} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    hint: { fontSize: 15, lineHeight: 22, color: theme.muted },
    strong: { fontSize: 17, fontWeight: "700", color: theme.text },
  });
`,
  },
];
