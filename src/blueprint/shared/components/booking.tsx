import { useState } from "react";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { addNew, inOrder, namesOf, titleOf, useRecords } from "../lib/records";
import { removeRecord, usePreferences } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";
import { RecordLine } from "./record-row";
import { Row } from "./row";
import { TextField } from "./text-field";
import { showToast } from "./toast";
import { Words } from "./words";

interface BookingProps {
  things: KindName;
  bookings: KindName;
  /** Fields of a booking: what, on which day, at what time. */
  thing: string;
  date: string;
  time?: string;
}

const TIMES = ["09:00", "10:00", "11:00", "12:00", "14:00", "15:00", "16:00", "17:00"];
const DAYS = 14;

/** Choose a thing, a day and a free time, and it is booked. */
export function Booking({ things, bookings, thing, date, time }: BookingProps) {
  const { displayName } = usePreferences();
  const offered = useRecords(things);
  const booked = inOrder(bookings, useRecords(bookings));
  const [chosen, setChosen] = useState(offered[0]?.id ?? "");
  const [day, setDay] = useState(dayFromToday(1));
  const [slot, setSlot] = useState<string>();
  const [name, setName] = useState(displayName);
  const days = Array.from({ length: DAYS }, (_, index) => dayFromToday(index));
  const names = namesOf(things, offered);
  const isTaken = (at: string) => booked.some((one) => one[thing] === chosen && one[date] === day && (time === undefined || one[time] === at));
  const slots = time === undefined ? [say("wholeDay")] : TIMES;
  const book = () => {
    if (slot === undefined || chosen === "") return;
    const fields = { [KINDS[bookings].title]: name.trim() || say("you"), [thing]: chosen, [date]: day, ...(time !== undefined && { [time]: slot }) };
    addNew(bookings, fields);
    setSlot(undefined);
    showToast({ message: say("booked") });
  };
  return (
    <Columns>
      <Card>
        <Words look="label">{KINDS[things].plural}</Words>
        <ChipRow
          label={KINDS[things].plural}
          choices={names}
          chosen={names[offered.findIndex(({ id }) => id === chosen)] ?? ""}
          onChoose={(one) => setChosen(offered[names.indexOf(one)]?.id ?? "")}
        />
        <Words look="label">{say("day")}</Words>
        <ChipRow
          label={say("day")}
          choices={days.map(formatDay)}
          chosen={formatDay(day)}
          onChoose={(one) => setDay(days.find((other) => formatDay(other) === one) ?? day)}
        />
        <Words look="label">{say("freeTimes")}</Words>
        <Row>
          {slots
            .filter((one) => !isTaken(one))
            .map((one) => (
              <Chip key={one} label={one} role="button" isChosen={one === slot} onPress={() => setSlot(one)} />
            ))}
          {slots.every(isTaken) && <Words>{say("allTaken")}</Words>}
        </Row>
        <TextField label={say("yourName")} value={name} onChange={setName} onSubmit={book} />
        <Button
          icon="checkmark"
          label={slot === undefined ? say("chooseTime") : say("book", { when: formatDay(day) + ", " + slot })}
          onPress={book}
        />
      </Card>
      <Card heading={KINDS[bookings].plural}>
        {booked.length === 0 && <Words>{say("nothingYet")}</Words>}
        {booked.slice(0, 10).map((one) => (
          <RecordLine
            key={one.id}
            kind={bookings}
            record={one}
            onPress={undefined}
            trailing={
              <IconButton
                icon="close-outline"
                label={say("cancelNamed", { name: titleOf(bookings, one) })}
                tone="muted"
                onPress={() => removeRecord(bookings, one.id)}
              />
            }
          />
        ))}
      </Card>
    </Columns>
  );
}
