import { goBack, type Path } from "../lib/navigation";
import { say } from "../lib/words";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { Screen } from "./screen";

/** In place of a record that is no longer there. */
export function Gone({ title, backTo }: { title: string; backTo: Path }) {
  return (
    <Screen title={title} backTo={backTo}>
      <EmptyState icon="help-circle-outline" title={say("isGone")} hint={say("wasDeleted")}>
        <Button label={say("back")} tone="quiet" onPress={() => goBack(backTo)} />
      </EmptyState>
    </Screen>
  );
}
