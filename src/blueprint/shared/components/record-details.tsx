import { useLocalSearchParams } from "expo-router";
import { type ReactNode, useState } from "react";
import { StyleSheet, View } from "react-native";

import { type Field, type KindName, KINDS } from "../lib/kinds";
import { goBack, openScreen, type Path } from "../lib/navigation";
import { type AnyRecord, belongingTo, summaryOf, titleOf, useRecords, valueText } from "../lib/records";
import { updateRecord } from "../lib/store";
import { RADIUS, SPACE } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { BelongingCard } from "./belonging-card";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { DeleteDialog } from "./delete-dialog";
import { DetailLine } from "./detail-line";
import { Gone } from "./gone";
import { Heading } from "./heading";
import { IconBox } from "./icon-box";
import { IconButton } from "./icon-button";
import { LinkRow } from "./link-row";
import { Screen } from "./screen";
import { SwitchRow } from "./switch-row";
import { Words } from "./words";

interface RecordDetailsProps {
  kind: KindName;
  isPictured?: boolean;
  /** A button for the record. */
  action?: (record: AnyRecord) => ReactNode;
}

/** Everything about one record, what belongs to it, and edit and delete. */
export function RecordDetails({ kind, isPictured = false, action }: RecordDetailsProps) {
  const { id = "" } = useLocalSearchParams<{ id: string }>();
  const record = useRecords(kind).find((one) => one.id === id);
  const [isAsking, setIsAsking] = useState(false);
  const { label, noun, icon, fields, form, list, title } = KINDS[kind];
  const back = (list ?? "/") as Path;
  if (record === undefined) return <Gone title={label} backTo={back} />;
  const rest = fields.filter(({ name }) => name !== title);
  const longs = rest.filter(({ name, type }) => type === "longtext" && record[name] !== "");
  return (
    <Screen
      title={label}
      backTo={back}
      actions={
        form !== undefined && <IconButton icon="create-outline" label={say("edit", { noun })} onPress={() => openScreen(form, { id: record.id })} />
      }
    >
      <Columns>
        <Card>
          {isPictured && <Artwork text={titleOf(kind, record)} icon={icon} height={220} radius={RADIUS.m} />}
          <View style={styles.top}>
            {!isPictured && <IconBox icon={icon} size={56} />}
            <View style={styles.texts}>
              <Heading look="record">{titleOf(kind, record)}</Heading>
              <Words>{summaryOf(kind, record).subtitle}</Words>
            </View>
          </View>
          {rest
            .filter(({ type }) => type !== "longtext")
            .map((field) => (
              <Fact key={field.name} kind={kind} field={field} record={record} />
            ))}
          {action?.(record)}
        </Card>
        {longs.map((field) => (
          <Card key={field.name} heading={field.label}>
            <Words look="body">{String(record[field.name])}</Words>
          </Card>
        ))}
        {belongingTo(kind, record.id).map((group) => (
          <BelongingCard key={group.kind + group.field.name} group={group} of={record.id} />
        ))}
      </Columns>
      <Button icon="trash-outline" label={say("delete", { noun })} tone="danger" onPress={() => setIsAsking(true)} />
      <DeleteDialog
        kind={kind}
        record={isAsking ? record : undefined}
        onClose={(isDeleted) => {
          setIsAsking(false);
          if (isDeleted) goBack(back);
        }}
      />
    </Screen>
  );
}

/** A field's value; what can be switched is a switch, what is linked leads there. */
function Fact({ kind, field, record }: { kind: KindName; field: Field; record: AnyRecord }) {
  const value = record[field.name];
  const { name, label, to } = field;
  if (field.type === "boolean") {
    return <SwitchRow label={label} value={value === true} onChange={(isOn) => updateRecord(kind, record.id, { [name]: isOn } as never)} />;
  }
  const details = to === undefined ? undefined : KINDS[to].details;
  if (field.type === "link" && to !== undefined && details !== undefined && valueText(field, value) !== "") {
    return (
      <LinkRow icon={KINDS[to].icon} label={label + ": " + valueText(field, value)} onPress={() => openScreen(details, { id: String(value) })} />
    );
  }
  return <DetailLine label={label} value={valueText(field, value)} />;
}

const styles = StyleSheet.create({
  top: { flexDirection: "row", alignItems: "center", gap: SPACE.m, paddingBottom: SPACE.s },
  texts: { flex: 1, minWidth: 0, gap: SPACE.xs },
});
