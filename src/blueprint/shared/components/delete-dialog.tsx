import { type KindName, KINDS } from "../lib/kinds";
import { type AnyRecord, titleOf } from "../lib/records";
import { removeRecord } from "../lib/store";
import { say } from "../lib/words";
import { ConfirmDialog } from "./confirm-dialog";
import { showToast } from "./toast";

interface DeleteDialogProps {
  kind: KindName;
  /** Absent: nothing is asked. */
  record: AnyRecord | undefined;
  /** Called before the record goes. */
  onClose: (isDeleted: boolean) => void;
}

/** Asks before a record is deleted. */
export function DeleteDialog({ kind, record, onClose }: DeleteDialogProps) {
  const { noun, label } = KINDS[kind];
  return (
    <ConfirmDialog
      isOpen={record !== undefined}
      title={say("deleteThis", { noun })}
      message={say("goneForGood", { name: record === undefined ? "" : titleOf(kind, record) })}
      confirmLabel={say("delete", { noun: "" }).trim()}
      onCancel={() => onClose(false)}
      onConfirm={() => {
        onClose(true);
        if (record !== undefined) removeRecord(kind, record.id);
        showToast({ message: say("deleted", { label }) });
      }}
    />
  );
}
