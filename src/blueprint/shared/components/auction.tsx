import { useState } from "react";
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
      <TextField
        label={say("yourBid", { name: titleOf(lots, record) })}
        value={text}
        onChange={setText}
        onSubmit={bid}
        isNumeric
        unit={CURRENCY_SIGN}
        error={problem}
      />
      <Button icon="hammer-outline" label={say("placeBid")} onPress={bid} />
    </Card>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    highest: { fontSize: 18, fontWeight: "800", color: theme.primary },
    hint: { fontSize: 15, color: theme.muted },
  });
