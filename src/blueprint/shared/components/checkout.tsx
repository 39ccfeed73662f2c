import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { clearCart, useCart } from "../lib/cart";
import { goBack, openScreen, type Path } from "../lib/navigation";
import { formatMoney } from "../lib/numbers";
import { usePreferences } from "../lib/store";
import { type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Button } from "./button";
import { Card } from "./card";
import { ChoiceField } from "./choice-field";
import { EmptyState } from "./empty-state";
import { Screen } from "./screen";
import { TextField } from "./text-field";
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
  const payments = [say("demoCard"), say("onDelivery")];
  const [name, setName] = useState(displayName);
  const [address, setAddress] = useState("");
  const [payment, setPayment] = useState(payments[0] ?? "");
  const [hasTried, setHasTried] = useState(false);
  const [isOrdered, setIsOrdered] = useState(false);
  const order = () => {
    setHasTried(true);
    if (name.trim() === "" || address.trim() === "" || count === 0) return;
    onOrder?.({ title: say("articles", { n: count }), name: name.trim(), total, address: address.trim() + " (" + payment + ")" });
    clearCart();
    setIsOrdered(true);
  };
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
      <TextField
        label={say("yourName")}
        value={name}
        onChange={setName}
        onSubmit={order}
        isRequired
        error={hasTried && name.trim() === "" ? say("needed", { label: say("yourName") }) : undefined}
      />
      <TextField
        label={say("address")}
        value={address}
        onChange={setAddress}
        isRequired
        isLong
        error={hasTried && address.trim() === "" ? say("needed", { label: say("address") }) : undefined}
      />
      <ChoiceField label={say("payment")} choices={payments} value={payment} onChange={setPayment} />
      <Words>{say("noMoney")}</Words>
      <Button icon="checkmark" label={say("placeOrder")} onPress={order} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    total: { fontSize: 28, fontWeight: "800", color: theme.text },
  });
