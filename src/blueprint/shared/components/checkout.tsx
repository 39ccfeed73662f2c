import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { clearCart, useCart } from "../lib/cart";
import type { Field } from "../lib/kinds";
import { goBack, openScreen, type Path } from "../lib/navigation";
import { formatMoney } from "../lib/numbers";
import { usePreferences } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { useFieldInputs } from "./field-inputs";
import { Screen } from "./screen";
import { Words } from "./words";

interface Order {
  title: string;
  name: string;
  total: number;
  address: string;
}

interface CheckoutProps {
  title: string;
  backTo: Path;
  /** Where orders are kept. */
  orders?: { label: string; path: string };
  onOrder?: (order: Order) => void;
}

/** Name, address, a demo payment. */
export function Checkout({ title, backTo, orders, onOrder }: CheckoutProps) {
  const styles = useStyles(createStyles);
  const { count, total } = useCart();
  const { displayName } = usePreferences();
  const payments = [say("demoCard"), say("onDelivery")] as const;
  const fields: readonly Field[] = [
    { name: "name", label: say("yourName"), type: "text", isRequired: true },
    { name: "address", label: say("address"), type: "longtext", isRequired: true },
    { name: "payment", label: say("payment"), type: "choice", choices: payments },
  ];
  const [isOrdered, setIsOrdered] = useState(false);
  const blank = () => ({ id: "", name: displayName, address: "", payment: payments[0] });
  const { inputs, save } = useFieldInputs(fields, blank, ({ name, address, payment }) => {
    if (count === 0) return;
    onOrder?.({ title: say("articles", { n: count }), name: String(name), total, address: `${String(address)} (${String(payment)})` });
    clearCart();
    setIsOrdered(true);
  });
  if (isOrdered) {
    return (
      <Screen title={say("thankYou")} backTo="/">
        <EmptyState icon="checkmark-circle-outline" title={say("orderPlaced")} hint={say("noMoney")}>
          <Button label={orders?.label ?? say("toStart")} onPress={() => (orders === undefined ? goBack("/") : openScreen(orders.path))} />
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title={title} backTo={backTo}>
      <Card>
        <Words>{say("articles", { n: count })}</Words>
        <Text style={styles.total}>{formatMoney(total)}</Text>
        {count === 0 && <Words look="warning">{say("cartEmpty")}</Words>}
      </Card>
      {inputs}
      <Words>{say("noMoney")}</Words>
      <Button icon="checkmark" label={say("placeOrder")} onPress={save} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    total: { fontSize: 28, fontWeight: "800", color: theme.text },
  });
