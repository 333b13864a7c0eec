import { stringify } from "csv-stringify/sync";
import type { MemberRow } from "@/lib/features/memberships/schema/register";
import type { RegisterColumn } from "./register-columns";

/** The words of the screen, handed in so that the file has the same. */
export type RegisterWords = {
  header: (column: RegisterColumn | "number" | "name") => string;
  lead: string;
  status: (status: MemberRow["status"]) => string;
  position: (position: MemberRow["position"]) => string;
  kind: (kind: MemberRow["kind"]) => string;
  chain: (chain: MemberRow["chain"][number]) => string;
  tag: (tag: MemberRow["tags"][number]) => string;
};

const cellOf = (row: MemberRow, column: RegisterColumn, words: RegisterWords): string | number => {
  switch (column) {
    case "kind":
      return words.kind(row.kind);
    case "position":
      return words.position(row.position);
    case "status":
      return words.status(row.status);
    case "chain":
      return row.chain.map(words.chain).join("；");
    case "tags":
      return row.tags.map(words.tag).join("；");
    case "since":
      return row.since;
    case "region":
      return row.regionCode ?? "";
    case "seats":
      return row.seats;
    case "creditCode":
      return row.creditCode ?? "";
    case "representative":
      return row.representative ?? "";
    case "letterUntil":
      return row.letterUntil ?? "";
  }
};

/**
 * The register as CSV: a mark for spreadsheets that the text is UTF-8, every cell quoted, and no cell that begins a
 * formula.
 */
export const registerCsv = (
  rows: readonly MemberRow[],
  columns: readonly RegisterColumn[],
  words: RegisterWords,
): string =>
  stringify(
    [
      [
        words.header("number"),
        words.header("name"),
        words.lead,
        ...columns.map((column) => words.header(column)),
      ],
      ...rows.map((row) => [
        row.number,
        row.name,
        row.isLead ? "✓" : "",
        ...columns.map((column) => cellOf(row, column, words)),
      ]),
    ],
    { bom: true, escape_formulas: true, quoted: true, record_delimiter: "windows" },
  );
