import { useState } from "react";
import { View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { RecordLine } from "./record-row";
import { Words } from "./words";

interface RequestsProps {
  kind: KindName;
  /** The field with the steps: asked, granted, done, and maybe refused. */
  status: string;
  roles: readonly [string, string];
}

/** One asks, the other grants or refuses, then it is done. */
export function Requests({ kind, status, roles }: RequestsProps) {
  const [role, setRole] = useState(roles[0]);
  const records = inOrder(kind, useRecords(kind));
  const steps = KINDS[kind].fields.find(({ name }) => name === status)?.choices ?? [];
  const [asked = "", granted = "", done = "", refused] = steps;
  const isAsking = role === roles[0];
  const set = (id: string, step: string) => updateRecord(kind, id, { [status]: step } as never);
  return (
    <>
      <ChipRow label={say("youAre")} choices={roles} chosen={role} onChoose={setRole} />
      {isAsking && <AddButton kind={kind} />}
      <Columns>
        {steps.map((step) => {
          const ofStep = records.filter((record) => record[status] === step);
          return (
            <Card key={step} heading={step} aside={<Words look="figure">{ofStep.length}</Words>}>
              {ofStep.length === 0 && <Words>{say("nothingYet")}</Words>}
              {ofStep.map((record) => (
                <View key={record.id}>
                  <RecordLine kind={kind} record={record} summary={{ ...summaryOf(kind, record), value: "" }} />
                  {step === asked && !isAsking && (
                    <ButtonRow>
                      <Button label={granted} onPress={() => set(record.id, granted)} />
                      {refused !== undefined && <Button label={refused} tone="danger" onPress={() => set(record.id, refused)} />}
                    </ButtonRow>
                  )}
                  {step === granted && <Button label={done} tone="quiet" onPress={() => set(record.id, done)} />}
                </View>
              ))}
            </Card>
          );
        })}
      </Columns>
    </>
  );
}
