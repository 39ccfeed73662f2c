/** Larger files stay until the app is closed; pictures are made smaller instead. */
const KEPT_BYTES = 500_000;
const LONGEST_SIDE = 1024;

const TYPES = {
  image: /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i,
  video: /\.(?:mp4|webm|mov|m4v)$/i,
  audio: /\.(?:mp3|wav|ogg|m4a|flac)$/i,
  text: /\.(?:txt|md|csv|json|xml|html|css|js|ts|py|php|sql|log|srt)$/i,
};

export type FileType = keyof typeof TYPES | "other";

export function fileTypeOf(name: string): FileType {
  return (Object.keys(TYPES) as (keyof typeof TYPES)[]).find((type) => TYPES[type].test(name)) ?? "other";
}

/** Opens the browser's own dialog. */
export function chooseFiles(onFile: (file: File) => void): void {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true });
  input.addEventListener("change", () => [...(input.files ?? [])].forEach(onFile));
  input.click();
}

/** An address under which the content is found. */
export async function addressOf(file: File): Promise<string> {
  const picture = fileTypeOf(file.name) === "image" ? await createImageBitmap(file).catch(() => undefined) : undefined;
  if (picture === undefined) return file.size > KEPT_BYTES ? URL.createObjectURL(file) : "data:;base64," + (await base64Of(file));
  const by = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.ceil(picture.width * by), height: Math.ceil(picture.height * by) });
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", 0.85);
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

export function textOf(address: string): string {
  const bytes = address.startsWith("data:") ? atob(address.split(",")[1] ?? "") : "";
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}

/** Saves the content under its name, among the person's downloads. */
export function download(name: string, address: string): void {
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
}
