import { useState } from "react";

import { type KindName, KINDS } from "../lib/kinds";
import { CURRENCY_SIGN, formatMoney, readNumber } from "../lib/numbers";
import { addNew, type AnyRecord, ofToday, titleOf, useRecords } from "../lib/records";
import { usePreferences } from "../lib/store";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { Columns } from "./columns";
import { DetailLine } from "./detail-line";
import { TextField } from "./text-field";
import { showToast } from "./toast";
import { Words } from "./words";

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
    addNew(bids, { ...ofToday(bids), [KINDS[bids].title]: displayName || say("you"), [lot]: record.id, [amount]: value });
    setText("");
    setProblem(undefined);
    showToast({ message: say("bidPlaced") });
  };
  return (
    <Card heading={titleOf(lots, record)} aside={<Words look="figure">{formatMoney(highest)}</Words>}>
      {made.slice(0, 3).map((one) => (
        <DetailLine key={one.id} label={titleOf(bids, one)} value={formatMoney(Number(one[amount]))} />
      ))}
      {made.length === 0 && <Words>{say("noBids")}</Words>}
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
