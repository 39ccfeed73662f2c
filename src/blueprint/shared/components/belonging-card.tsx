import { KINDS } from "../lib/kinds";
import { type Belonging, valueText } from "../lib/records";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Card } from "./card";
import { RecordLine } from "./record-row";
import { Words } from "./words";

const SHOWN = 6;

/** The records that link to another one, and what they add up to. */
export function BelongingCard({ group: { kind, field, records }, of }: { group: Belonging; of: string }) {
  const { plural, fields } = KINDS[kind];
  const summed = fields.find(({ summary }) => summary === "sum");
  const isNamed = fields.filter(({ to }) => to === field.to).length > 1;
  const total = summed === undefined ? 0 : records.reduce((sum, record) => sum + Number(record[summed.name]), 0);
  return (
    <Card
      heading={isNamed ? plural + " · " + field.label : plural}
      aside={
        <Words look="figure">
          {summed === undefined || field.type === "links" ? say("entries", { n: records.length }) : valueText(summed, total)}
        </Words>
      }
    >
      {records.length === 0 && <Words>{say("nothingYet")}</Words>}
      {records.slice(0, SHOWN).map((record) => (
        <RecordLine key={record.id} kind={kind} record={record} />
      ))}
      <AddButton kind={kind} tone="quiet" preset={{ [field.name]: of }} />
    </Card>
  );
}
