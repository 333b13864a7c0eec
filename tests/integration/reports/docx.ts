import { strFromU8, unzipSync } from "fflate";

/** One part of a .docx as text. */
export function partOf(file: Buffer, name: string): string {
  const part = unzipSync(new Uint8Array(file))[name];
  if (!part) throw new Error(`no ${name} in the file`);
  return strFromU8(part);
}

/** Every element is closed by its own name, in order, and no bare "<" or "&" stands in a text. */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml
    .replace(/<\?[^>]*\?>/g, "")
    .replace(
      /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
      (_, closes: string, name: string, __, alone: string) => {
        if (closes) return open.pop() === name ? "" : "<";
        if (!alone) open.push(name);
        return "";
      },
    );
  return open.length === 0 && !/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest);
}
