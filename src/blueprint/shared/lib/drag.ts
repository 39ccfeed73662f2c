import { type RefObject, useEffect, useRef } from "react";
import { Platform, type View } from "react-native";

/** A browser drags the element with the mouse; on a phone there are buttons. */
export function useDragSource(id: string): RefObject<View | null> {
  return useElement((element) => {
    element.draggable = true;
    element.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", id));
  });
}

/** Takes what is dropped on it. */
export function useDropTarget(onDrop: (id: string) => void): RefObject<View | null> {
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  return useElement((element) => {
    element.addEventListener("dragover", (event) => event.preventDefault());
    element.addEventListener("drop", (event) => {
      event.preventDefault();
      const id = event.dataTransfer?.getData("text/plain");
      if (id !== undefined && id !== "") drop.current(id);
    });
  });
}

function useElement(prepare: (element: HTMLElement) => void): RefObject<View | null> {
  const ref = useRef<View>(null);
  const prepared = useRef<unknown>(null);
  useEffect(() => {
    if (Platform.OS !== "web" || ref.current === null || prepared.current === ref.current) return;
    prepared.current = ref.current;
    prepare(ref.current as unknown as HTMLElement);
  });
  return ref;
}
