import type { EntityPlan, FieldPlan, ScreenPlan, SourceFile } from '../../generation/plan.js';
import { fileOf, listOf, pathOf, rootFrom, screenOf, type AppStage } from './app-stage.js';
import { entityViews, fieldOfType, type EntityView } from './entity-view.js';
import { framedFile } from './frame.js';
import { lines, literal } from './source-text.js';

/** The price of a record. */
export const priceOf = (entity: EntityPlan): FieldPlan | undefined => fieldOfType(entity, ['money']);

/** lib/cart.ts: what is in the cart and what it comes to. */
export const cartLibrary = (view: EntityView): SourceFile => ({
  path: 'lib/cart.ts',
  content: `import type { CartLine } from "./model";
import { addRecord, readCollection, removeRecord, updateRecord, useCollection } from "./store";

export interface CartItem {
  line: CartLine;
  name: string;
  /** Price times quantity. */
  total: number;
}

/** The cart's lines, without those whose item was deleted. */
export function useCart(): { items: CartItem[]; count: number; total: number } {
  const lines = useCollection("cartLines");
  const goods = useCollection("${view.collection}");
  const items = lines.flatMap((line) => {
    const item = goods.find(({ id }) => id === line.itemId);
    return item === undefined ? [] : [{ line, name: item.${view.title.name}, total: item.${priceOf(view.entity)?.name ?? 'price'} * line.quantity }];
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
  const list = listOf(stage, view.entity);
  const checkout = screenOf(stage, 'checkout', view.entity);
  return framedFile(stage, screen, {
    name: 'CartScreen',
    components: { cart: 'Cart' },
    content: lines(
      '      <Cart',
      `        icon=${literal(view.entity.icon)}`,
      list && `        goods={{ label: ${literal(view.entity.plural)}, path: "${pathOf(list)}" }}`,
      checkout && `        checkout="${pathOf(checkout)}"`,
      '      />',
    ),
  });
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
      `import { Checkout } from "${root}components/checkout";`,
      order?.date && `import { dayFromToday } from "${root}lib/dates";`,
      order && `import { BLANK } from "${root}lib/model";\nimport { addRecord } from "${root}lib/store";`,
      `
export default function CheckoutScreen() {
  return (
    <Checkout
      title={${literal(screen.name)}}
      backTo="${cart ? pathOf(cart) : '/'}"`,
      orders && `      orders={{ label: ${literal(order.entity.plural)}, path: "${pathOf(orders)}" }}`,
      order && orderRecord(order),
      `    />
  );
}
`,
    ),
  };
};

/** An order is titled by how much was bought; its person, sum, day and notes are filled in where it has them. */
const orderRecord = (order: EntityView): string => {
  const sum = fieldOfType(order.entity, ['money']);
  const person = fieldOfType(order.entity, ['text'], order.title);
  const notes = fieldOfType(order.entity, ['longtext']);
  const taken = ['title', person && 'name', sum && 'total', notes && 'address'].filter(Boolean);
  return lines(
    `      onOrder={({ ${taken.join(', ')} }) =>
        addRecord("${order.collection}", {
          ...BLANK.${order.collection},
          ${order.title.name}: title,`,
    person && `          ${person.name}: name,`,
    sum && `          ${sum.name}: total,`,
    order.date && `          ${order.date.name}: dayFromToday(0),`,
    notes && `          ${notes.name}: address,`,
    `        })
      }`,
  );
};

/** What a shop's screens are made of. */
export const cartComponents: readonly SourceFile[] = [
  {
    path: 'components/cart-button.tsx',
    content: `import { addToCart } from "../lib/cart";
import { titleOf, recordsOf } from "../lib/records";
import { type KindName, KINDS } from "../lib/kinds";
import { say } from "../lib/words";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { showToast } from "./toast";

/** Puts one of a thing into the cart. */
export function CartButton({ id, isLarge = false }: { id: string; isLarge?: boolean }) {
  const add = () => {
    addToCart(id);
    showToast({ message: say("inCart") });
  };
  if (isLarge) return <Button icon="cart-outline" label={say("addToCart")} onPress={add} />;
  return <IconButton icon="cart-outline" label={say("addNameToCart", { name: nameOf(id) })} onPress={add} />;
}

function nameOf(id: string): string {
  const kinds = Object.keys(KINDS) as KindName[];
  const named = kinds.flatMap((kind) => recordsOf(kind).flatMap((record) => (record.id === id ? [titleOf(kind, record)] : [])));
  return named[0] ?? "";
}
`,
  },
  {
    path: 'components/cart.tsx',
    content: `import type { Ionicons } from "@expo/vector-icons";
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
`,
  },
  {
    path: 'components/checkout.tsx',
    content: `import { useState } from "react";
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
          <Button
            label={orders?.label ?? say("toStart")}
            onPress={() => (orders === undefined ? goBack("/") : openScreen(orders.path))}
          />
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title={title} backTo={backTo}>
      <Card>
        <Text style={styles.muted}>{say("articles", { n: count })}</Text>
        <Text style={styles.total}>{formatMoney(total)}</Text>
        {count === 0 && (
          <Text accessibilityRole="alert" style={styles.warning}>
            {say("cartEmpty")}
          </Text>
        )}
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
      <Text style={styles.muted}>{say("noMoney")}</Text>
      <Button icon="checkmark" label={say("placeOrder")} onPress={order} />
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
  },
];
