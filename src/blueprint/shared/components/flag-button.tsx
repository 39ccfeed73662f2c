import { type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, titleOf } from "../lib/records";
import { updateRecord } from "../lib/store";
import { IconButton } from "./icon-button";

/** The name of the field that a row can switch: done, favourite. */
export function flagOf(kind: KindName): "done" | "favourite" | undefined {
  const names = KINDS[kind].fields.flatMap(({ name, type }) => (type === "boolean" ? [name] : []));
  return names.includes("done") ? "done" : names.includes("favourite") ? "favourite" : undefined;
}

/** Ticks a task off, or marks a favourite. */
export function FlagButton({ kind, record }: { kind: KindName; record: AnyRecord }) {
  const flag = flagOf(kind);
  if (flag === undefined) return null;
  const isOn = record[flag] === true;
  const label = KINDS[kind].fields.find(({ name }) => name === flag)?.label ?? flag;
  const [on, off] = flag === "done" ? (["checkmark-circle", "ellipse-outline"] as const) : (["heart", "heart-outline"] as const);
  return (
    <IconButton
      icon={isOn ? on : off}
      label={titleOf(kind, record) + ": " + label.toLowerCase()}
      isOn={isOn}
      tone={!isOn ? "muted" : flag === "done" ? "plain" : "danger"}
      onPress={() => updateRecord(kind, record.id, { [flag]: !isOn } as never)}
    />
  );
}
