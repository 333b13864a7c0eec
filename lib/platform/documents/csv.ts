import { stringify } from "csv-stringify/sync";

/** A table that opens in a spreadsheet; no cell of it is taken for a formula. */
export const csvBytes = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  new TextEncoder().encode(
    stringify(
      rows.map((row) => [...row]),
      { bom: true, quoted_string: true, escape_formulas: true, record_delimiter: "\r\n" },
    ),
  );
