/** What a spreadsheet may cost at most (security 4.5). Beyond it the file is refused, not cut. */
export const spreadsheetLimits = {
  /** Bytes of the file. */
  file: 10 * 1024 * 1024,
  /** Of the zip directory: parts, bytes of one part and of all unpacked, unpacked to packed. */
  parts: 200,
  part: 50 * 1024 * 1024,
  unpacked: 100 * 1024 * 1024,
  ratio: 100,
  rows: 50_000,
  columns: 200,
  cell: 32_767,
  /** Bytes of what was read, which the asking process must hold. */
  read: 16 * 1024 * 1024,
  /** Of the process that reads it. */
  heapMegabytes: 512,
  milliseconds: 20_000,
} as const;

/** Why a file was not read; keys of the messages `refusals.*`. */
export const spreadsheetFaults = [
  "not-a-spreadsheet",
  "spreadsheet-too-big",
  "spreadsheet-unreadable",
] as const;
export type SpreadsheetFault = (typeof spreadsheetFaults)[number];

/** Ends the reading with its reason. */
export class Unreadable extends Error {
  readonly fault: SpreadsheetFault;
  constructor(fault: SpreadsheetFault) {
    super(fault);
    this.name = "Unreadable";
    this.fault = fault;
  }
}
