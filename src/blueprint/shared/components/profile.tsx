import { StyleSheet, View } from "react-native";

import type { KindName } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { setPreferences, usePreferences } from "../lib/store";
import { type IconName, SPACE } from "../lib/theme";
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
import { Words } from "./words";

interface ProfileProps {
  title: string;
  kinds: readonly KindName[];
  links: readonly { icon: IconName; label: string; path: string }[];
  /** Where one signs in; absent: nowhere. */
  signIn?: string;
}

/** The person's name and what they have gathered so far. */
export function Profile({ title, kinds, links, signIn }: ProfileProps) {
  const { displayName, signedInAs } = usePreferences();
  return (
    <Screen title={title}>
      <Columns>
        <Card>
          <View style={styles.top}>
            <Avatar name={displayName} size={72} />
            <View style={styles.texts}>
              <Heading look="record">{displayName.trim() === "" ? say("welcome") : displayName}</Heading>
              <Words>{say("staysHere")}</Words>
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

const styles = StyleSheet.create({
  top: { flexDirection: "row", alignItems: "center", gap: SPACE.m, marginBottom: SPACE.s },
  texts: { flex: 1, minWidth: 0, gap: SPACE.xs },
});
