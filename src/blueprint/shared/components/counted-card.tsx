import type { ReactNode } from "react";

import type { KindName } from "../lib/kinds";
import { useRecords } from "../lib/records";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Card } from "./card";
import { Words } from "./words";

interface CountedCardProps {
  kind: KindName;
  heading: string;
  /** Stands above, also where there is nothing to count. */
  choice?: ReactNode;
  children: ReactNode;
}

/** What is counted of some records; where there are none, the way to the first one in place of bars without a height. */
export function CountedCard({ kind, heading, choice, children }: CountedCardProps) {
  const isEmpty = useRecords(kind).length === 0;
  return (
    <Card heading={heading}>
      {choice}
      {isEmpty && <Words>{say("nothingYet")}</Words>}
      {isEmpty ? <AddButton kind={kind} tone="quiet" /> : children}
    </Card>
  );
}
