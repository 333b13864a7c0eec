import { strToU8, zipSync } from "fflate";

const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** A workbook of some kilobytes that unpacks to sixty megabytes. */
export const spreadsheetBomb = (): Buffer<ArrayBuffer> => {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/></Types>`;
  const parts = {
    "[Content_Types].xml": strToU8(types),
    "xl/worksheets/sheet1.xml": new Uint8Array(60 * 1024 * 1024),
  };
  return Buffer.from(zipSync(parts));
};
