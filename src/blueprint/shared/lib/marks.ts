import type { Mark } from "./model";
import { addRecord, readCollection, removeRecord, updateRecord, useCollection } from "./store";

/** What a screen remembers of its own: a vote, a day ticked off, when a clock was started. */
export function useMarks(topic: string): Mark[] {
  return useCollection("marks").filter((mark) => mark.topic === topic);
}

export function readMarks(topic: string, of?: string): Mark[] {
  return readCollection("marks").filter((mark) => mark.topic === topic && (of === undefined || mark.of === of));
}

export function addMark(topic: string, of: string, value: number, text = ""): void {
  addRecord("marks", { topic, of, value, text });
}

/** There is one mark of this topic about a thing: it is replaced. */
export function setMark(topic: string, of: string, value: number, text = ""): void {
  const [known] = readMarks(topic, of);
  if (known === undefined) addMark(topic, of, value, text);
  else updateRecord("marks", known.id, { value, text });
}

export function removeMark(id: string): void {
  removeRecord("marks", id);
}
