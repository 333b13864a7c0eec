import { accept, type Result, refuse } from "@/lib/kernel/result";

/** Weights and check characters of a resident identity number, GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** One kind of number only: a person known by two kinds would be two people. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return CHECKS[sum % 11] === text[17];
}

/** An equals sign is how a spreadsheet is told that digits are text. */
export const plainNumber = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}'"=]/gu, "")
    .toUpperCase();

/** Most people of one training. */
export const MOST_ATTENDEES = 5000;

const NAMED_ROWS = 10;

/** The first of the rows that are wrong, as text. */
export const rowsText = (rows: readonly number[]): string =>
  rows.slice(0, NAMED_ROWS).join(", ") + (rows.length > NAMED_ROWS ? " …" : "");

/**
 * A pasted column of identity numbers, each person once. What is none is told by its line, never by its text. A heading
 * (a first line without a digit) and empty lines are passed over.
 */
export function readAttendees(
  text: string,
): Result<string[], "attendees-unreadable" | "attendees-too-many"> {
  const lines = text.split(/\r\n|[\r\n]/).map(plainNumber);
  const entries = lines
    .map((line, place) => ({ line, row: place + 1 }))
    .filter(({ line, row }) => line !== "" && !(row === 1 && !/\d/.test(line)));
  const wrong = entries.filter(({ line }) => !isIdentityNumber(line)).map(({ row }) => row);
  if (wrong.length > 0 || entries.length === 0) {
    const rows = rowsText(wrong);
    return refuse("attendees-unreadable", { field: "numbers", count: wrong.length, rows });
  }
  return eachOnce(entries.map(({ line }) => line));
}

/** Each person once, and not too many of them. */
export function eachOnce(numbers: readonly string[]): Result<string[], "attendees-too-many"> {
  const people = [...new Set(numbers)];
  return people.length > MOST_ATTENDEES
    ? refuse("attendees-too-many", { most: MOST_ATTENDEES })
    : accept(people);
}
