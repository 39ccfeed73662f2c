/** A piece of a text in Markdown. */
export interface Block {
  kind: "heading" | "item" | "quote" | "code" | "text";
  level: number;
  parts: readonly { text: string; isBold: boolean; isItalic: boolean; isCode: boolean }[];
}

/** Reads headings, lists, quotes, code and paragraphs, line by line. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let isCode = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) isCode = !isCode;
    else if (isCode) blocks.push({ kind: "code", level: 0, parts: [{ text: line, isBold: false, isItalic: false, isCode: true }] });
    else if (line.trim() !== "") blocks.push(readLine(line));
  }
  return blocks;
}

function readLine(line: string): Block {
  const heading = /^(#{1,6}) +/.exec(line);
  if (heading !== null) return { kind: "heading", level: (heading[1] ?? "#").length, parts: readParts(line.slice(heading[0].length)) };
  const item = /^ *(?:[-*+]|\d+\.) +/.exec(line);
  if (item !== null) return { kind: "item", level: 0, parts: readParts(line.slice(item[0].length)) };
  if (line.startsWith("> ")) return { kind: "quote", level: 0, parts: readParts(line.slice(2)) };
  return { kind: "text", level: 0, parts: readParts(line) };
}

function readParts(line: string): Block["parts"] {
  return line
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|_[^_]+_|`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) => {
      const isBold = /^\*\*.+\*\*$/.test(part);
      const isCode = /^`.+`$/.test(part);
      const isItalic = !isBold && /^(?:\*.+\*|_.+_)$/.test(part);
      const around = isBold ? 2 : isItalic || isCode ? 1 : 0;
      return { text: part.slice(around, part.length - around), isBold, isItalic, isCode };
    });
}
