/*
 * One-page papers for the demonstration, as PDF. Chinese text needs no embedded font: STSong-Light and UniGB-UCS2-H are
 * among the fonts and encodings that every PDF reader knows (ISO 32000-1, 9.7.5.2).
 */
const FONT_OBJECTS = [
  "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
  "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 /W [1 [500] 2 95 500] >>",
  "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
] as const;

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, "0"),
  ).join("");

/** Page contents: the first line as a heading, the others below it. */
function contentsOf(lines: readonly string[]): string {
  const shown = lines.map((line, index) => {
    const size = index === 0 ? 18 : 12;
    return `BT /F1 ${size} Tf 60 ${770 - index * 28} Td <${utf16(line)}> Tj ET`;
  });
  return shown.join("\n");
}

/** A page with these lines; the same lines give the same bytes. */
export function paperOf(lines: readonly string[]): Uint8Array {
  const contents = contentsOf(lines);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${contents.length} >>\nstream\n${contents}\nendstream`,
    ...FONT_OBJECTS,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
