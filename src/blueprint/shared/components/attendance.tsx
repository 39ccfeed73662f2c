import { useState } from "react";

import { type KindName, KINDS } from "../lib/kinds";
import { inOrder, summaryOf, textsOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { say } from "../lib/words";
import { Card } from "./card";
import { ChoiceField } from "./choice-field";
import { Columns } from "./columns";
import { ShareBars } from "./share-bars";
import { SwitchRow } from "./switch-row";
import { Words } from "./words";

/** Who was there, event by event, and how often each has been. */
export function Attendance({ events, people, present }: { events: KindName; people: KindName; present: string }) {
  const held = inOrder(events, useRecords(events));
  const persons = useRecords(people);
  const [chosen, setChosen] = useState(held[0]?.id);
  const event = held.find(({ id }) => id === chosen) ?? held[0];
  const names = held.slice(0, 8).map((one) => titleOf(events, one) + " · " + summaryOf(events, one).subtitle);
  const idsOf = (one: (typeof held)[number] | undefined) => textsOf(one?.[present]);
  const there = idsOf(event);
  const set = (id: string, isThere: boolean) => {
    if (event === undefined) return;
    updateRecord(events, event.id, { [present]: isThere ? [...there, id] : there.filter((one) => one !== id) } as never);
  };
  return (
    <Columns>
      <Card>
        <ChoiceField
          label={KINDS[events].label}
          choices={names}
          value={names[held.findIndex(({ id }) => id === event?.id)] ?? ""}
          onChange={(name) => setChosen(held[names.indexOf(name)]?.id)}
        />
      </Card>
      <Card heading={say("wasThere")} aside={<Words look="figure">{say("countOf", { shown: there.length, all: persons.length })}</Words>}>
        {persons.map((person) => (
          <SwitchRow
            key={person.id}
            label={titleOf(people, person)}
            value={there.includes(person.id)}
            onChange={(isThere) => set(person.id, isThere)}
          />
        ))}
      </Card>
      <Card heading={say("howOften")}>
        <ShareBars
          shares={persons.map((person) => ({ label: titleOf(people, person), count: held.filter((one) => idsOf(one).includes(person.id)).length }))}
        />
      </Card>
    </Columns>
  );
}
