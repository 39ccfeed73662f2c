import { addToCart } from "../lib/cart";
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
