import { fileTypeFromBuffer } from "file-type";

/** Allowed kinds by content, not by name. SVG and HTML are not among them. */
const byContent: Record<string, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
};

const extensionOf = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** Plain text has no signature: it must say so by its name and hold no NUL byte. */
const isText = (name: string, head: Uint8Array) =>
  ["txt", "csv"].includes(extensionOf(name)) && !head.includes(0);

/** Media type of an allowed file whose name and content agree; undefined for any other. */
export async function mediaTypeOf(name: string, head: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found) {
    const extensions = byContent[found.mime];
    return extensions?.includes(extensionOf(name)) ? found.mime : undefined;
  }
  return isText(name, head) ? "text/plain; charset=utf-8" : undefined;
}

/** File name for a header and a screen: no path, no control or bidirectional marks. */
export function safeFileName(name: string): string {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = base.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  if (clean.length <= 180) return clean || "file";
  return `${clean.slice(0, 170)}.${extensionOf(clean)}`;
}
