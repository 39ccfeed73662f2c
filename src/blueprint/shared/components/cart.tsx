import { StyleSheet, Text, View } from "react-native";

import { setQuantity, useCart } from "../lib/cart";
import { openScreen } from "../lib/navigation";
import { formatMoney } from "../lib/numbers";
import { type IconName, RADIUS, SPACE, type Theme, useStyles } from "../lib/theme";
import { say } from "../lib/words";
import { Artwork } from "./artwork";
import { Button } from "./button";
import { Card } from "./card";
import { DetailLine } from "./detail-line";
import { EmptyState } from "./empty-state";
import { IconButton } from "./icon-button";
import { Row } from "./row";
import { Words } from "./words";

interface CartProps {
  icon: IconName;
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
          <Row>
            <Artwork text={name} icon={icon} height={64} width={64} radius={RADIUS.m} />
            <View style={styles.texts}>
              <Text style={styles.name}>{name}</Text>
              <Words look="figure">{formatMoney(lineTotal)}</Words>
            </View>
            <Row style={styles.amount}>
              <IconButton
                icon={line.quantity > 1 ? "remove" : "trash-outline"}
                label={say("less", { name })}
                onPress={() => setQuantity(line.id, line.quantity - 1)}
              />
              <Text style={styles.quantity}>{line.quantity}</Text>
              <IconButton icon="add" label={say("more", { name })} onPress={() => setQuantity(line.id, line.quantity + 1)} />
            </Row>
          </Row>
        </Card>
      ))}
      <Card>
        <DetailLine label={say("articles", { n: count })} value={formatMoney(total)} />
        <Row isApart>
          <Text style={styles.total}>{say("sum")}</Text>
          <Text style={styles.total}>{formatMoney(total)}</Text>
        </Row>
        {checkout !== undefined && <Button icon="card-outline" label={say("checkout")} onPress={() => openScreen(checkout)} />}
      </Card>
    </>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    texts: { flex: 1, minWidth: 110, gap: SPACE.xs },
    name: { fontSize: 16, fontWeight: "600", color: theme.text },
    amount: { gap: 0 },
    quantity: { minWidth: 20, textAlign: "center", fontSize: 16, fontWeight: "700", color: theme.text },
    total: { fontSize: 20, lineHeight: 30, fontWeight: "800", color: theme.text },
  });
