import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { openScreen } from "../lib/navigation";
import { inOrder, summaryOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { ButtonRow } from "./button-row";
import { Card } from "./card";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { RecordRow } from "./record-row";

interface RequestsProps {
  kind: KindName;
  /** The field with the steps: asked, granted, done, and maybe refused. */
  status: string;
  roles: readonly [string, string];
}

/** One asks, the other grants or refuses, then it is done. */
export function Requests({ kind, status, roles }: RequestsProps) {
  const styles = useStyles(createStyles);
  const [role, setRole] = useState(roles[0]);
  const records = inOrder(kind, useRecords(kind));
  const { form, noun, icon, fields } = KINDS[kind];
  const steps = fields.find(({ name }) => name === status)?.choices ?? [];
  const [asked = "", granted = "", done = "", refused] = steps;
  const isAsking = role === roles[0];
  const set = (id: string, step: string) => updateRecord(kind, id, { [status]: step } as never);
  return (
    <>
      <ChipRow label={say("youAre")} choices={roles} chosen={role} onChoose={setRole} />
      {isAsking && form !== undefined && <Button icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
      <Columns>
        {steps.map((step) => {
          const ofStep = records.filter((record) => record[status] === step);
          return (
            <Card key={step} heading={step} aside={<Text style={styles.count}>{ofStep.length}</Text>}>
              {ofStep.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
              {ofStep.map((record) => (
                <View key={record.id}>
                  <RecordRow
                    icon={icon}
                    summary={{ ...summaryOf(kind, record), value: "" }}
                    onPress={() => openScreen(KINDS[kind].details ?? "/", { id: record.id })}
                  />
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

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    count: { fontSize: 15, fontWeight: "800", color: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
