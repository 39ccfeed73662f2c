import { type RefObject, useEffect, useRef } from "react";
import { Platform, type View } from "react-native";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The arrow keys go through a group of radios, as everywhere on the web. */
export function useRovingKeys<Choice extends string>(
  choices: readonly Choice[],
  chosen: Choice,
  onChoose: (choice: Choice) => void,
): RefObject<View | null> {
  const group = useRef<View>(null);
  useEffect(() => {
    if (Platform.OS !== "web" || group.current === null) return;
    const element = group.current as unknown as HTMLElement;
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const index = (choices.indexOf(chosen) + step + choices.length) % choices.length;
      const next = choices[index];
      if (next !== undefined) onChoose(next);
      element.querySelectorAll<HTMLElement>("[role=radio]")[index]?.focus();
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [choices, chosen, onChoose]);
  return group;
}
