import type { EntityPlan, FieldPlan, ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, listOf, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { entityViews, type EntityView } from './entity-view.js';
import { frameOf } from './frame.js';
import { lines, literal } from './source-text.js';

/** The price of a record. */
export const priceOf = (entity: EntityPlan): FieldPlan | undefined =>
  entity.fields.find(({ type }) => type === 'money');

/** lib/cart.ts: what is in the cart and what it comes to. */
export const cartLibrary = (view: EntityView): SourceFile => ({
  path: 'lib/cart.ts',
  content: `import type { CartLine, ${view.type} } from "./model";
import { addRecord, readCollection, removeRecord, updateRecord, useCollection } from "./store";

export interface CartItem {
  line: CartLine;
  item: ${view.type};
  /** Price times quantity. */
  total: number;
}

/** The cart's lines, without those whose item was deleted. */
export function useCart(): { items: CartItem[]; count: number; total: number } {
  const lines = useCollection("cartLines");
  const goods = useCollection("${view.collection}");
  const items = lines.flatMap((line) => {
    const item = goods.find(({ id }) => id === line.itemId);
    return item === undefined ? [] : [{ line, item, total: item.${priceOf(view.entity)?.name ?? 'price'} * line.quantity }];
  });
  return {
    items,
    count: items.reduce((sum, { line }) => sum + line.quantity, 0),
    total: items.reduce((sum, { total }) => sum + total, 0),
  };
}

export function addToCart(itemId: string): void {
  const line = readCollection("cartLines").find((one) => one.itemId === itemId);
  if (line === undefined) addRecord("cartLines", { itemId, quantity: 1 });
  else setQuantity(line.id, line.quantity + 1);
}

/** None of a thing takes it out of the cart. */
export function setQuantity(lineId: string, quantity: number): void {
  if (quantity <= 0) removeRecord("cartLines", lineId);
  else updateRecord("cartLines", lineId, { quantity });
}

export function clearCart(): void {
  readCollection("cartLines").forEach(({ id }) => removeRecord("cartLines", id));
}
`,
});

/** Quantities, the total, and the way to the checkout. */
export const cartFile = (stage: AppStage, screen: ScreenPlan, view: EntityView): SourceFile => {
  const frame = frameOf(stage, screen);
  const { root } = frame;
  const list = listOf(stage, view.entity);
  const checkout = screenOf(stage, 'checkout', view.entity);
  const { title } = view;
  return {
    path: fileOf(screen),
    content: lines(
      (list ?? checkout) && `import { router } from "expo-router";`,
      `import { StyleSheet, Text, View } from "react-native";

import { Artwork } from "${root}components/artwork";`,
      (list ?? checkout) && `import { Button } from "${root}components/button";`,
      `import { Card } from "${root}components/card";
import { EmptyState } from "${root}components/empty-state";
import { IconButton } from "${root}components/icon-button";
import { Screen } from "${root}components/screen";
import { setQuantity, useCart } from "${root}lib/cart";
import { formatMoney } from "${root}lib/format";
import { RADIUS, SPACE, type Theme, useStyles } from "${root}lib/theme";

export default function CartScreen() {
  const styles = useStyles(createStyles);
  const { items, count, total } = useCart();
  return (
    <Screen`,
      frame.attributes({ title: screen.name }),
      `    >
      {items.length === 0 && (
        <EmptyState icon="cart-outline" title="Your cart is empty" hint="What you add to it waits here.">`,
      list &&
        `          <Button label={${literal(`Browse ${view.entity.plural}`)}} onPress={() => router.push("${pathOf(list)}")} />`,
      `        </EmptyState>
      )}
      {items.map(({ line, item, total: lineTotal }) => (
        <Card key={line.id}>
          <View style={styles.line}>
            <Artwork text={item.${title.name}} icon=${literal(view.entity.icon)} height={64} width={64} radius={RADIUS.m} />
            <View style={styles.texts}>
              <Text numberOfLines={2} style={styles.name}>
                {item.${title.name}}
              </Text>
              <Text style={styles.price}>{formatMoney(lineTotal)}</Text>
            </View>
            <IconButton
              icon={line.quantity > 1 ? "remove" : "trash-outline"}
              label={\`One \${item.${title.name}} less\`}
              onPress={() => setQuantity(line.id, line.quantity - 1)}
            />
            <Text accessibilityLabel={\`Quantity \${line.quantity}\`} style={styles.quantity}>
              {line.quantity}
            </Text>
            <IconButton
              icon="add"
              label={\`One \${item.${title.name}} more\`}
              onPress={() => setQuantity(line.id, line.quantity + 1)}
            />
          </View>
        </Card>
      ))}
      {items.length > 0 && (
        <Card>
          <View style={styles.sum}>
            <Text style={styles.muted}>{count === 1 ? "1 article" : \`\${count} articles\`}</Text>
            <Text style={styles.muted}>{formatMoney(total)}</Text>
          </View>
          <View style={styles.sum}>
            <Text style={styles.muted}>Delivery</Text>
            <Text style={styles.muted}>Free</Text>
          </View>
          <View style={styles.sum}>
            <Text style={styles.total}>Total</Text>
            <Text style={styles.total}>{formatMoney(total)}</Text>
          </View>`,
      checkout &&
        `          <Button icon="card-outline" label="Checkout" onPress={() => router.push("${pathOf(checkout)}")} />`,
      `        </Card>
      )}
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    line: { flexDirection: "row", alignItems: "center", gap: SPACE.xs },
    texts: { flex: 1, minWidth: 0, gap: SPACE.xs, paddingLeft: SPACE.s },
    name: { fontSize: 16, fontWeight: "600", color: theme.text },
    price: { fontSize: 15, fontWeight: "700", color: theme.primary },
    quantity: { minWidth: 20, textAlign: "center", fontSize: 16, fontWeight: "700", color: theme.text },
    sum: { flexDirection: "row", justifyContent: "space-between" },
    muted: { fontSize: 15, lineHeight: 24, color: theme.muted },
    total: { fontSize: 20, lineHeight: 30, fontWeight: "800", color: theme.text },
  });
`,
    ),
  };
};

/** Name, address, a demo payment; leaves an order behind where the app keeps orders. */
export const checkoutFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const root = rootFrom(screen);
  const order = entityViews(stage.plan).find(({ entity }) => entity.name.endsWith('Order'));
  const orders = order && listOf(stage, order.entity);
  const cart = stage.screens.find(({ archetype }) => archetype === 'cart');
  return {
    path: fileOf(screen),
    content: lines(
      `import { router } from "expo-router";
import { useState } from "react";
import { StyleSheet, Text } from "react-native";

import { Button } from "${root}components/button";
import { Card } from "${root}components/card";
import { ChoiceField } from "${root}components/choice-field";
import { EmptyState } from "${root}components/empty-state";
import { Screen } from "${root}components/screen";
import { TextField } from "${root}components/text-field";
import { clearCart, useCart } from "${root}lib/cart";`,
      order?.date && `import { dayFromToday } from "${root}lib/dates";`,
      `import { formatMoney } from "${root}lib/format";`,
      order && `import { BLANK } from "${root}lib/model";`,
      `import { ${order ? 'addRecord, ' : ''}usePreferences } from "${root}lib/store";
import { type Theme, useStyles } from "${root}lib/theme";

const PAYMENTS = ["Demo card", "On delivery"] as const;

export default function CheckoutScreen() {
  const styles = useStyles(createStyles);
  const { count, total } = useCart();
  const { displayName } = usePreferences();
  const [name, setName] = useState(displayName);
  const [address, setAddress] = useState("");
  const [payment, setPayment] = useState<(typeof PAYMENTS)[number]>("Demo card");
  const [hasTried, setHasTried] = useState(false);
  const [isOrdered, setIsOrdered] = useState(false);
  const order = () => {
    setHasTried(true);
    if (name.trim() === "" || address.trim() === "" || count === 0) return;`,
      order && orderRecord(order),
      `    clearCart();
    setIsOrdered(true);
  };
  if (isOrdered) {
    return (
      <Screen title="Thank you" backTo="/">
        <EmptyState icon="checkmark-circle-outline" title="Your order is placed" hint="This is a demo: no money has moved.">`,
      orders
        ? `          <Button label={${literal(`See ${order.entity.plural}`)}} onPress={() => router.replace("${pathOf(orders)}")} />`
        : '          <Button label="Back to the start" onPress={() => router.replace("/")} />',
      `        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title="Checkout" backTo="${cart ? pathOf(cart) : '/'}">
      <Card>
        <Text style={styles.muted}>{count === 1 ? "1 article" : \`\${count} articles\`}</Text>
        <Text style={styles.total}>{formatMoney(total)}</Text>
        {count === 0 && (
          <Text accessibilityRole="alert" style={styles.warning}>
            The cart is empty: add something first.
          </Text>
        )}
      </Card>
      <TextField
        label="Your name"
        value={name}
        onChange={setName}
        isRequired
        error={hasTried && name.trim() === "" ? "Your name is needed." : undefined}
      />
      <TextField
        label="Address"
        value={address}
        onChange={setAddress}
        isRequired
        isLong
        error={hasTried && address.trim() === "" ? "An address is needed." : undefined}
      />
      <ChoiceField label="Payment" choices={PAYMENTS} value={payment} onChange={setPayment} />
      <Text style={styles.muted}>This is a demo: no payment service is connected and no money moves.</Text>
      <Button icon="checkmark" label="Place order" onPress={order} />
    </Screen>
  );
}

const createStyles = (theme: Theme) =>
  StyleSheet.create({
    muted: { fontSize: 15, lineHeight: 22, color: theme.muted },
    total: { fontSize: 28, fontWeight: "800", color: theme.text },
    warning: { fontSize: 15, color: theme.danger },
  });
`,
    ),
  };
};

/** An order is titled by how much was bought; its person, sum, day and notes are filled in where it has them. */
const orderRecord = (order: EntityView): string => {
  const { fields } = order.entity;
  const sum = fields.find(({ type }) => type === 'money');
  const person = fields.find((field) => field.type === 'text' && field !== order.title);
  const notes = fields.find(({ type }) => type === 'longtext');
  return lines(
    `    addRecord("${order.collection}", {
      ...BLANK.${order.collection},
      ${order.title.name}: count === 1 ? "1 article" : \`\${count} articles\`,`,
    person && `      ${person.name}: name.trim(),`,
    sum && `      ${sum.name}: total,`,
    order.date && `      ${order.date.name}: dayFromToday(0),`,
    notes && `      ${notes.name}: \`\${address.trim()} (\${payment})\`,`,
    `    });`,
  );
};
