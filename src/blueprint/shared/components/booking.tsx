import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { inOrder, namesOf, summaryOf, titleOf, useRecords } from "../lib/records";
import { addRecord, removeRecord, usePreferences } from "../lib/store";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Chip } from "./chip";
import { ChipRow } from "./chip-row";
import { Columns } from "./columns";
import { IconButton } from "./icon-button";
import { RecordRow } from "./record-row";
import { TextField } from "./text-field";
import { showToast } from "./toast";

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
  const styles = useStyles(createStyles);
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
    addRecord(bookings, { ...BLANK[bookings], ...fields } as never);
    setSlot(undefined);
    showToast({ message: say("booked") });
  };
  return (
    <Columns>
      <Card>
        <Text style={styles.label}>{KINDS[things].plural}</Text>
        <ChipRow
          label={KINDS[things].plural}
          choices={names}
          chosen={names[offered.findIndex(({ id }) => id === chosen)] ?? ""}
          onChoose={(one) => setChosen(offered[names.indexOf(one)]?.id ?? "")}
        />
        <Text style={styles.label}>{say("day")}</Text>
        <ChipRow
          label={say("day")}
          choices={days.map(formatDay)}
          chosen={formatDay(day)}
          onChoose={(one) => setDay(days.find((other) => formatDay(other) === one) ?? day)}
        />
        <Text style={styles.label}>{say("freeTimes")}</Text>
        <View style={styles.slots}>
          {slots
            .filter((one) => !isTaken(one))
            .map((one) => (
              <Chip key={one} label={one} role="button" isChosen={one === slot} onPress={() => setSlot(one)} />
            ))}
          {slots.every(isTaken) && <Text style={styles.hint}>{say("allTaken")}</Text>}
        </View>
        <TextField label={say("yourName")} value={name} onChange={setName} onSubmit={book} />
        <Button
          icon="checkmark"
          label={slot === undefined ? say("chooseTime") : say("book", { when: formatDay(day) + ", " + slot })}
          onPress={book}
        />
      </Card>
      <Card heading={KINDS[bookings].plural}>
        {booked.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
        {booked.slice(0, 10).map((one) => (
          <RecordRow
            key={one.id}
            icon={KINDS[bookings].icon}
            summary={summaryOf(bookings, one)}
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

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    label: { fontSize: 14, fontWeight: "600", color: theme.text },
    slots: { flexDirection: "row", flexWrap: "wrap", gap: SPACE.s },
    hint: { fontSize: 15, color: theme.muted },
  });
