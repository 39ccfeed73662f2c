import { useState } from "react";

import { goBack, type Path } from "../lib/navigation";
import { setPreferences, usePreferences } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Screen } from "./screen";
import { TextField } from "./text-field";
import { showToast } from "./toast";
import { Words } from "./words";

const MIN_PASSWORD_LENGTH = 6;

/** A demo sign-in: it checks what is typed, sends nothing, and says so. */
export function SignIn({ title, backTo }: { title: string; backTo: Path }) {
  const { signedInAs, displayName } = usePreferences();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const isEmail = /^\S+@\S+\.\S+$/.test(email.trim());
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
          <Words look="strong">{signedInAs}</Words>
          <Button icon="log-out-outline" label={say("signOut")} tone="danger" onPress={() => setPreferences({ signedInAs: "" })} />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen title={title} backTo={backTo}>
      <Words>{say("demoSignIn", { min: MIN_PASSWORD_LENGTH })}</Words>
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
