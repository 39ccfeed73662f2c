import { StyleSheet, Text, View } from "react-native";

import { balancesOf, type Debt, debtsOf } from "../lib/debts";
import { type KindName, KINDS } from "../lib/kinds";
import { formatMoney } from "../lib/numbers";
import { addNew, ofToday, textsOf, titleOf, useRecords } from "../lib/records";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { AddButton } from "./add-button";
import { Avatar } from "./avatar";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { LatestCard } from "./latest-card";
import { ResultCard } from "./result-card";
import { showToast } from "./toast";
import { Words } from "./words";

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
    records.map((record) => ({
      payer: String(record[payer]),
      amount: Number(record[amount]),
      among: among === undefined ? [] : textsOf(record[among]),
    })),
  );
  const debts = debtsOf(balances);
  const settle = ({ from, to, amount: sum }: Debt) => {
    addNew(expenses, {
      ...ofToday(expenses),
      [KINDS[expenses].title]: say("settledBy", { from: nameOf(from), to: nameOf(to) }),
      [amount]: sum,
      [payer]: from,
      ...(among !== undefined && { [among]: [to] }),
    });
    showToast({ message: say("settled") });
  };
  return (
    <Columns>
      <ResultCard
        label={say("spentTogether")}
        value={formatMoney(records.reduce((sum, record) => sum + Number(record[amount]), 0))}
        lines={persons.slice(0, 6).map(({ id }) => ({ label: nameOf(id), value: signed(balances[id] ?? 0) }))}
      />
      <Card heading={say("whoOwes")}>
        {debts.length === 0 && <Words>{say("allEven")}</Words>}
        {debts.map((debt) => (
          <View key={debt.from + debt.to} style={styles.debt}>
            <Avatar name={nameOf(debt.from)} />
            <View style={styles.texts}>
              <Text style={styles.names}>{say("owes", { from: nameOf(debt.from), to: nameOf(debt.to) })}</Text>
              <Words look="figure">{formatMoney(debt.amount)}</Words>
            </View>
            {among !== undefined && <Button label={say("settle")} tone="quiet" onPress={() => settle(debt)} />}
          </View>
        ))}
      </Card>
      <>
        <AddButton kind={expenses} />
        <LatestCard kind={expenses} count={5} />
      </>
    </Columns>
  );
}

function signed(cents: number): string {
  return (cents > 0 ? "+" : "") + formatMoney(cents / 100);
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    debt: { minHeight: 56, flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: 12 },
    texts: { flex: 1, minWidth: 120 },
    names: { fontSize: 15, lineHeight: 20, color: theme.text },
  });
