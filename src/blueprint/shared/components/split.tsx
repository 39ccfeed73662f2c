import { StyleSheet, Text, View } from "react-native";

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
