import type { SourceFile } from '../../../generation/plan.js';

/** What several people do together: share costs, vote, book, ask, attend, bid. */
export const togetherComponents: readonly SourceFile[] = [
  {
    path: 'lib/debts.ts',
    content: `export interface Expense {
  payer: string;
  amount: number;
  /** For whom; nobody: for all. */
  among: readonly string[];
}

export interface Debt {
  from: string;
  to: string;
  amount: number;
}

/** What each has paid more than used, in hundredths; shares that do not come out even go to the first ones. */
export function balancesOf(people: readonly string[], expenses: readonly Expense[]): Record<string, number> {
  const balances: Record<string, number> = Object.fromEntries(people.map((person) => [person, 0]));
  for (const { payer, amount, among } of expenses) {
    const sharers = (among.length === 0 ? people : among).filter((person) => people.includes(person));
    const cents = Math.round(amount * 100);
    if (!people.includes(payer) || sharers.length === 0) continue;
    balances[payer] = (balances[payer] ?? 0) + cents;
    const share = Math.trunc(cents / sharers.length);
    const rest = cents - share * sharers.length;
    sharers.forEach((person, index) => {
      balances[person] = (balances[person] ?? 0) - share - (index < Math.abs(rest) ? Math.sign(rest) : 0);
    });
  }
  return balances;
}

/** The fewest payments that make everybody even: who owes most pays who is owed most. */
export function debtsOf(balances: Record<string, number>): Debt[] {
  const left = Object.entries(balances).map(([person, cents]) => ({ person, cents }));
  const debts: Debt[] = [];
  for (;;) {
    left.sort((a, b) => a.cents - b.cents);
    const [debtor] = left;
    const creditor = left.at(-1);
    if (debtor === undefined || creditor === undefined || debtor.cents >= 0 || creditor.cents <= 0) return debts;
    const cents = Math.min(-debtor.cents, creditor.cents);
    debtor.cents += cents;
    creditor.cents -= cents;
    debts.push({ from: debtor.person, to: creditor.person, amount: cents / 100 });
  }
}
`,
  },
  {
    path: 'components/split.tsx',
    content: `import { StyleSheet, Text, View } from "react-native";

import { dayFromToday } from "../lib/dates";
import { balancesOf, type Debt, debtsOf } from "../lib/debts";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { openScreen } from "../lib/navigation";
import { formatMoney } from "../lib/numbers";
import { titleOf, useRecords } from "../lib/records";
import { addRecord } from "../lib/store";
import { SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Avatar } from "./avatar";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { LatestCard } from "./latest-card";
import { ResultCard } from "./result-card";
import { showToast } from "./toast";

interface SplitProps {
  people: KindName;
  expenses: KindName;
  amount: string;
  payer: string;
  /** The field that says for whom; absent: always for all. */
  among?: string;
}

/** Who owes whom, and settling it. */
export function Split({ people, expenses, amount, payer, among }: SplitProps) {
  const styles = useStyles(createStyles);
  const persons = useRecords(people);
  const records = useRecords(expenses);
  const nameOf = (id: string) => titleOf(people, persons.find((person) => person.id === id) ?? { id });
  const balances = balancesOf(
    persons.map(({ id }) => id),
    records.map((record) => {
      const sharers = among === undefined ? [] : record[among];
      return { payer: String(record[payer]), amount: Number(record[amount]), among: Array.isArray(sharers) ? (sharers as readonly string[]) : [] };
    }),
  );
  const debts = debtsOf(balances);
  const settle = ({ from, to, amount: sum }: Debt) => {
    const { title, fields } = KINDS[expenses];
    const date = fields.find(({ type }) => type === "date")?.name;
    addRecord(expenses, {
      ...BLANK[expenses],
      [title]: say("settledBy", { from: nameOf(from), to: nameOf(to) }),
      [amount]: sum,
      [payer]: from,
      ...(among !== undefined && { [among]: [to] }),
      ...(date !== undefined && { [date]: dayFromToday(0) }),
    } as never);
    showToast({ message: say("settled") });
  };
  const form = KINDS[expenses].form;
  return (
    <Columns>
      <ResultCard
        label={say("spentTogether")}
        value={formatMoney(records.reduce((sum, record) => sum + Number(record[amount]), 0))}
        lines={persons.slice(0, 6).map(({ id }) => ({ label: nameOf(id), value: signed(balances[id] ?? 0) }))}
      />
      <Card heading={say("whoOwes")}>
        {debts.length === 0 && <Text style={styles.even}>{say("allEven")}</Text>}
        {debts.map((debt) => (
          <View key={debt.from + debt.to} style={styles.debt}>
            <Avatar name={nameOf(debt.from)} />
            <View style={styles.texts}>
              <Text style={styles.names}>{say("owes", { from: nameOf(debt.from), to: nameOf(debt.to) })}</Text>
              <Text style={styles.amount}>{formatMoney(debt.amount)}</Text>
            </View>
            {among !== undefined && <Button label={say("settle")} tone="quiet" onPress={() => settle(debt)} />}
          </View>
        ))}
      </Card>
      <View style={styles.all}>
        {form !== undefined && <Button icon="add" label={say("add", { noun: KINDS[expenses].noun })} onPress={() => openScreen(form)} />}
        <LatestCard kind={expenses} count={5} />
      </View>
    </Columns>
  );
}

function signed(cents: number): string {
  return (cents > 0 ? "+" : "") + formatMoney(cents / 100);
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    all: { gap: SPACE.m },
    debt: { minHeight: 56, flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: 12 },
    texts: { flex: 1, minWidth: 120 },
    names: { fontSize: 15, lineHeight: 20, color: theme.text },
    amount: { fontSize: 18, fontWeight: "800", color: theme.primary },
    even: { fontSize: 15, lineHeight: 22, color: theme.muted },
  });
`,
  },
  {
    path: 'components/poll.tsx',
    content: `import { Pressable, StyleSheet, Text, View } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { addMark, removeMark, setMark, useMarks } from "../lib/marks";
import { openScreen } from "../lib/navigation";
import { type AnyRecord, inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { SPACE, type Theme, TOUCH, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { EmptyState } from "./empty-state";

/** Polls to vote in: one vote each, that can be changed; then the bars. */
export function Polls({ kind, answers }: { kind: KindName; answers: string }) {
  const polls = inOrder(kind, useRecords(kind));
  const { form, noun, nouns, icon } = KINDS[kind];
  return (
    <>
      {form !== undefined && <Button icon="add" label={say("add", { noun })} onPress={() => openScreen(form)} />}
      {polls.length === 0 && <EmptyState icon={icon} title={say("noneYet", { nouns })} hint={say("addFirst")} />}
      <Columns>
        {polls.map((poll) => (
          <Poll key={poll.id} kind={kind} poll={poll} answers={answers} />
        ))}
      </Columns>
    </>
  );
}

function Poll({ kind, poll, answers }: { kind: KindName; poll: AnyRecord; answers: string }) {
  const styles = useStyles(createStyles);
  const mine = useMarks("vote").find(({ of }) => of === poll.id);
  const others = useMarks("votes").filter(({ of }) => of === poll.id);
  const given = poll[answers];
  const options = Array.isArray(given) ? (given as readonly string[]) : [];
  const count = (option: string) =>
    others.filter(({ text }) => text === option).reduce((sum, { value }) => sum + value, 0) + Number(mine?.text === option);
  const all = options.reduce((sum, option) => sum + count(option), 0);
  const vote = (option: string) => {
    if (mine === undefined) addMark("vote", poll.id, 1, option);
    else if (mine.text === option) removeMark(mine.id);
    else setMark("vote", poll.id, 1, option);
  };
  return (
    <Card heading={titleOf(kind, poll)} aside={<Text style={styles.count}>{say("votes", { n: all })}</Text>}>
      {summaryOf(kind, poll).subtitle !== "" && <Text style={styles.hint}>{summaryOf(kind, poll).subtitle}</Text>}
      <View accessibilityRole="radiogroup" accessibilityLabel={titleOf(kind, poll)} style={styles.options}>
        {options.map((option) => {
          const share = all === 0 ? 0 : Math.round((100 * count(option)) / all);
          const isMine = mine?.text === option;
          return (
            <Pressable
              key={option}
              accessibilityRole="radio"
              accessibilityLabel={option}
              aria-checked={isMine}
              onPress={() => vote(option)}
              style={[styles.option, isMine && styles.mine]}
            >
              {mine !== undefined && <View style={[styles.bar, { width: \`\${share}%\` }]} />}
              <Text style={styles.text}>{option}</Text>
              {mine !== undefined && <Text style={styles.share}>{String(share) + " %"}</Text>}
            </Pressable>
          );
        })}
      </View>
      <Text style={styles.hint}>{say(mine === undefined ? "pressToVote" : "changeVote")}</Text>
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    count: { fontSize: 14, fontWeight: "700", color: theme.primary },
    options: { gap: SPACE.s },
    option: {
      minHeight: TOUCH + 4,
      flexDirection: "row",
      alignItems: "center",
      gap: SPACE.s,
      paddingHorizontal: 12,
      paddingVertical: SPACE.xs,
      borderRadius: 12,
      borderWidth: 1,
      borderColor: theme.border,
      overflow: "hidden",
    },
    mine: { borderColor: theme.primary, borderWidth: 2 },
    bar: { position: "absolute", left: 0, top: 0, bottom: 0, backgroundColor: theme.tint },
    text: { flex: 1, minWidth: 0, fontSize: 16, fontWeight: "600", color: theme.text },
    share: { fontSize: 15, fontWeight: "800", fontVariant: ["tabular-nums"], color: theme.primary },
    hint: { fontSize: 13, lineHeight: 18, color: theme.muted },
  });
`,
  },
  {
    path: 'components/booking.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text, View } from "react-native";

import { dayFromToday, formatDay } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
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
  const names = offered.map((record) => titleOf(things, record));
  const isTaken = (at: string) =>
    booked.some((one) => one[thing] === chosen && one[date] === day && (time === undefined || one[time] === at));
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
        <ChipRow label={say("day")} choices={days.map(formatDay)} chosen={formatDay(day)} onChoose={(one) => setDay(days.find((other) => formatDay(other) === one) ?? day)} />
        <Text style={styles.label}>{say("freeTimes")}</Text>
        <View style={styles.slots}>
          {slots.filter((one) => !isTaken(one)).map((one) => (
            <Chip key={one} label={one} role="button" isChosen={one === slot} onPress={() => setSlot(one)} />
          ))}
          {slots.every(isTaken) && <Text style={styles.hint}>{say("allTaken")}</Text>}
        </View>
        <TextField label={say("yourName")} value={name} onChange={setName} onSubmit={book} />
        <Button icon="checkmark" label={slot === undefined ? say("chooseTime") : say("book", { when: formatDay(day) + ", " + slot })} onPress={book} />
      </Card>
      <Card heading={KINDS[bookings].plural}>
        {booked.length === 0 && <Text style={styles.hint}>{say("nothingYet")}</Text>}
        {booked.slice(0, 10).map((one) => (
          <RecordRow
            key={one.id}
            icon={KINDS[bookings].icon}
            summary={summaryOf(bookings, one)}
            trailing={<IconButton icon="close-outline" label={say("cancelNamed", { name: titleOf(bookings, one) })} tone="muted" onPress={() => removeRecord(bookings, one.id)} />}
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
`,
  },
  {
    path: 'components/requests.tsx',
    content: `import { useState } from "react";
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
`,
  },
  {
    path: 'components/attendance.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { type KindName, KINDS } from "../lib/kinds";
import { inOrder, summaryOf, titleOf, useRecords } from "../lib/records";
import { updateRecord } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Card } from "./card";
import { ChoiceField } from "./choice-field";
import { Columns } from "./columns";
import { ShareBars } from "./share-bars";
import { SwitchRow } from "./switch-row";

/** Who was there, event by event, and how often each has been. */
export function Attendance({ events, people, present }: { events: KindName; people: KindName; present: string }) {
  const styles = useStyles(createStyles);
  const held = inOrder(events, useRecords(events));
  const persons = useRecords(people);
  const [chosen, setChosen] = useState(held[0]?.id);
  const event = held.find(({ id }) => id === chosen) ?? held[0];
  const names = held.slice(0, 8).map((one) => titleOf(events, one) + " · " + summaryOf(events, one).subtitle);
  const idsOf = (one: (typeof held)[number] | undefined) => {
    const ids = one?.[present];
    return Array.isArray(ids) ? (ids as readonly string[]) : [];
  };
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
      <Card heading={say("wasThere")} aside={<Text style={styles.count}>{say("countOf", { shown: there.length, all: persons.length })}</Text>}>
        {persons.map((person) => (
          <SwitchRow key={person.id} label={titleOf(people, person)} value={there.includes(person.id)} onChange={(isThere) => set(person.id, isThere)} />
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

const createStyles = (theme: Theme) =>
  StyleSheet.create({ count: { fontSize: 15, fontWeight: "700", color: theme.primary } });
`,
  },
  {
    path: 'components/auction.tsx',
    content: `import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { dayFromToday } from "../lib/dates";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import { CURRENCY_SIGN, formatMoney, readNumber } from "../lib/numbers";
import { type AnyRecord, titleOf, useRecords } from "../lib/records";
import { addRecord, usePreferences } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { DetailLine } from "./detail-line";
import { TextField } from "./text-field";
import { showToast } from "./toast";

interface AuctionProps {
  lots: KindName;
  bids: KindName;
  /** The starting price of a lot; absent: none. */
  price?: string;
  /** Fields of a bid: for what, how much. */
  lot: string;
  amount: string;
}

/** Lots with their highest bids; a bid must be higher. */
export function Auction(props: AuctionProps) {
  const lots = useRecords(props.lots);
  return (
    <Columns>
      {lots.map((lot) => (
        <Lot key={lot.id} {...props} record={lot} />
      ))}
    </Columns>
  );
}

function Lot({ lots, bids, price, lot, amount, record }: AuctionProps & { record: AnyRecord }) {
  const styles = useStyles(createStyles);
  const { displayName } = usePreferences();
  const made = useRecords(bids)
    .filter((bid) => bid[lot] === record.id)
    .sort((a, b) => Number(b[amount]) - Number(a[amount]));
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const highest = Number(made[0]?.[amount] ?? (price === undefined ? 0 : (record[price] ?? 0)));
  const bid = () => {
    const value = readNumber(text);
    if (value === undefined) return setProblem(say("cannotRead", { example: formatMoney(highest + 1) }));
    if (value <= highest) return setProblem(say("bidMore", { least: formatMoney(highest) }));
    const { title, fields } = KINDS[bids];
    const date = fields.find(({ type }) => type === "date")?.name;
    const entered = { [title]: displayName || say("you"), [lot]: record.id, [amount]: value, ...(date !== undefined && { [date]: dayFromToday(0) }) };
    addRecord(bids, { ...BLANK[bids], ...entered } as never);
    setText("");
    setProblem(undefined);
    showToast({ message: say("bidPlaced") });
  };
  return (
    <Card heading={titleOf(lots, record)} aside={<Text style={styles.highest}>{formatMoney(highest)}</Text>}>
      {made.slice(0, 3).map((one) => (
        <DetailLine key={one.id} label={titleOf(bids, one)} value={formatMoney(Number(one[amount]))} />
      ))}
      {made.length === 0 && <Text style={styles.hint}>{say("noBids")}</Text>}
      <TextField label={say("yourBid", { name: titleOf(lots, record) })} value={text} onChange={setText} onSubmit={bid} isNumeric unit={CURRENCY_SIGN} error={problem} />
      <Button icon="hammer-outline" label={say("placeBid")} onPress={bid} />
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    highest: { fontSize: 18, fontWeight: "800", color: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
`,
  },
  {
    path: 'components/contact.tsx',
    content: `import { useState } from "react";

import { readValues, type Values, valuesOf } from "../lib/form-values";
import { type KindName, KINDS } from "../lib/kinds";
import { BLANK } from "../lib/model";
import type { AnyRecord } from "../lib/records";
import { addRecord } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { FieldInput } from "./field-input";

/** A form that sends a message; without a server it is kept here, and says so. */
export function Contact({ kind }: { kind: KindName }) {
  const fields = KINDS[kind].fields.filter(({ type }) => type === "text" || type === "longtext" || type === "choice");
  const blank = () => valuesOf(fields, { id: "", ...BLANK[kind] } as unknown as AnyRecord);
  const [values, setValues] = useState<Values>(blank);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isSent, setIsSent] = useState(false);
  const send = () => {
    const { draft, problems: found } = readValues(fields, values);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    addRecord(kind, { ...BLANK[kind], ...draft } as never);
    setValues(blank());
    setIsSent(true);
  };
  if (isSent) {
    return (
      <EmptyState icon="checkmark-circle-outline" title={say("thankYou")} hint={say("messageKept")}>
        <Button label={say("writeAnother")} tone="quiet" onPress={() => setIsSent(false)} />
      </EmptyState>
    );
  }
  return (
    <Card>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          error={problems[field.name]}
          onSubmit={send}
          onChange={(value) => {
            setValues((current) => ({ ...current, [field.name]: value }));
            setProblems({});
          }}
        />
      ))}
      <Button icon="send" label={say("send")} onPress={send} />
    </Card>
  );
}
`,
  },
];
