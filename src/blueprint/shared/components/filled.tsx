import type { ReactNode } from "react";

import type { KindName } from "../lib/kinds";
import { useRecords } from "../lib/records";
import { NoneYet } from "./none-yet";

/** What has nothing to work with until there are records of a kind. */
export function Filled({ kind, children }: { kind: KindName; children: ReactNode }) {
  return useRecords(kind).length === 0 ? <NoneYet kind={kind} /> : children;
}
