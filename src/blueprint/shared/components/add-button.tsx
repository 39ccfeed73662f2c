import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { say } from "../lib/words";
import { Button } from "./button";
import { IconButton } from "./icon-button";

interface AddButtonProps {
  kind: KindName;
  tone?: "primary" | "quiet";
  /** As an icon alone, in a header. */
  isIcon?: boolean;
  /** What the form is told of the new record. */
  preset?: Record<string, string>;
}

/** Opens the form of a kind, where it has one. */
export function AddButton({ kind, tone = "primary", isIcon = false, preset }: AddButtonProps) {
  const { form, noun } = KINDS[kind];
  if (form === undefined) return null;
  const add = { label: say("add", { noun }), onPress: () => openScreen(form, preset) };
  return isIcon ? <IconButton icon="add" tone="primary" {...add} /> : <Button icon="add" tone={tone} {...add} />;
}
