import type { Ionicons } from "@expo/vector-icons";
import type { ComponentProps } from "react";
import { StyleSheet, Text, View } from "react-native";

import { setQuantity, useCart } from "../lib/cart";
import { openScreen } from "../lib/navigation";
import { formatMoney } from "../lib/numbers";
import { RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Button } from "./button";
import { Card } from "./card";
import { EmptyState } from "./empty-state";
import { IconButton } from "./icon-button";

interface CartProps {
  icon: ComponentProps<typeof Ionicons>["name"];
  goods?: { label: string; path: string };
  checkout?: string;
}

/** Quantities, the total, and the way to the checkout. */
export function Cart({ icon, goods, checkout }: CartProps) {
  const styles = useStyles(createStyles);
  const { items, count, total } = useCart();
  if (items.length === 0) {
    return (
      <EmptyState icon="cart-outline" title={say("cartEmpty")} hint={say("cartWaits")}>
        {goods !== undefined && <Button label={goods.label} onPress={() => openScreen(goods.path)} />}
      </EmptyState>
    );
  }
  return (
    <>
      {items.map(({ line, name, total: lineTotal }) => (
        <Card key={line.id}>
          <View style={styles.line}>
            <Artwork text={name} icon={icon} height={64} width={64} radius={RADIUS.m} />
            <View style={styles.texts}>
              <Text style={styles.name}>{name}</Text>
              <Text style={styles.price}>{formatMoney(lineTotal)}</Text>
            </View>
            <View style={styles.amount}>
              <IconButton
                icon={line.quantity > 1 ? "remove" : "trash-outline"}
                label={say("less", { name })}
                onPress={() => setQuantity(line.id, line.quantity - 1)}
              />
              <Text style={styles.quantity}>{line.quantity}</Text>
              <IconButton icon="add" label={say("more", { name })} onPress={() => setQuantity(line.id, line.quantity + 1)} />
            </View>
          </View>
        </Card>
      ))}
      <Card>
        <View style={styles.sum}>
          <Text style={styles.muted}>{say("articles", { n: count })}</Text>
          <Text style={styles.muted}>{formatMoney(total)}</Text>
        </View>
        <View style={styles.sum}>
          <Text style={styles.total}>{say("sum")}</Text>
          <Text style={styles.total}>{formatMoney(total)}</Text>
        </View>
        {checkout !== undefined && <Button icon="card-outline" label={say("checkout")} onPress={() => openScreen(checkout)} />}
      </Card>
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    line: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: SPACE.s },
    texts: { flex: 1, minWidth: 110, gap: SPACE.xs },
    name: { fontSize: 16, fontWeight: "600", color: theme.text },
    price: { fontSize: 15, fontWeight: "700", color: theme.primary },
    amount: { flexDirection: "row", alignItems: "center" },
    quantity: { minWidth: 20, textAlign: "center", fontSize: 16, fontWeight: "700", color: theme.text },
    sum: { flexDirection: "row", justifyContent: "space-between", gap: SPACE.s },
    muted: { fontSize: 15, lineHeight: 24, color: theme.muted },
    total: { fontSize: 20, lineHeight: 30, fontWeight: "800", color: theme.text },
  });
