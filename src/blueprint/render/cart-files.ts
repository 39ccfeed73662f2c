import type { SourceFile } from '../../generation/app-files.js';
import type { EntityPlan, FieldPlan, ScreenPlan } from '../../generation/plan.js';
import { listOf, pathOf, screenOf, type AppStage } from './app-stage.js';
import { entityViews, fieldOfType, viewAt, type EntityView } from './entity-view.js';
import { componentFile, framedFile } from './frame.js';
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
export const cartFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const { entity } = viewAt(stage.plan, screen);
  const list = listOf(stage, entity);
  const checkout = screenOf(stage, 'checkout', entity);
  const content = lines(
    '      <Cart',
    `        icon=${literal(entity.icon)}`,
    list && `        goods={{ label: ${literal(entity.plural)}, path: "${pathOf(list)}" }}`,
    checkout && `        checkout="${pathOf(checkout)}"`,
    '      />',
  );
  return framedFile(stage, screen, content);
};

/** Name, address, a demo payment; leaves an order behind where the app keeps orders. */
export const checkoutFile = (stage: AppStage, screen: ScreenPlan): SourceFile => {
  const order = entityViews(stage.plan).find(({ entity }) => entity.name.endsWith('Order'));
  const orders = order && listOf(stage, order.entity);
  const cart = stage.screens.find(({ archetype }) => archetype === 'cart');
  return componentFile(screen, 'Checkout', [
    `title={${literal(screen.name)}}`,
    `backTo="${cart ? pathOf(cart) : '/'}"`,
    orders && `orders={{ label: ${literal(order.entity.plural)}, path: "${pathOf(orders)}" }}`,
    order && orderRecord(order),
  ]);
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
