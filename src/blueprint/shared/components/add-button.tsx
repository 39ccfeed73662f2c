import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { say } from "../lib/words";
import { Button } from "./button";

interface AddButtonProps {
  kind: KindName;
  tone?: "primary" | "quiet";
  /** What the form is told of the new record. */
  preset?: Record<string, string>;
}

/** Opens the form of a kind, where it has one. */
export function AddButton({ kind, tone, preset }: AddButtonProps) {
  const { form, noun } = KINDS[kind];
  return form === undefined ? null : <Button icon="add" label={say("add", { noun })} tone={tone} onPress={() => openScreen(form, preset)} />;
}
