import { type CustomTypesConfig, types } from "pg";
import { Prisma } from "@/prisma/generated/client";

/** Numbers of the types in the catalogue of PostgreSQL, where the driver has no word for them. */
const ARRAYS = { date: 1182, timestamp: 1115, int8: 1016, numeric: 1231, text: 1009 };

type Read = (text: string) => unknown;

const day: Read = (text) => new Date(`${text}T00:00:00Z`);
const timestamp: Read = (text) => new Date(`${text.replace(" ", "T")}Z`);
const decimal: Read = (text) => new Prisma.Decimal(text);

const texts: (text: string) => (string | null)[] = types.getTypeParser(ARRAYS.text);
const listOf =
  (read: Read): Read =>
  (text) =>
    texts(text).map((item) => (item === null ? null : read(item)));

/** What the generated client makes of these types; everything else is as the driver has it. */
const readers: Record<number, Read> = {
  [types.builtins.DATE]: day,
  [types.builtins.TIMESTAMP]: timestamp,
  [types.builtins.INT8]: BigInt,
  [types.builtins.NUMERIC]: decimal,
  [ARRAYS.date]: listOf(day),
  [ARRAYS.timestamp]: listOf(timestamp),
  [ARRAYS.int8]: listOf(BigInt),
  [ARRAYS.numeric]: listOf(decimal),
};

/** Results of a plain statement hold the same values as those of the generated client. */
export const resultTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format !== "binary" && readers[oid]) || types.getTypeParser(oid, format),
};

/** An instant is written in UTC; the driver itself would write it in the zone of the machine. */
export function parameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(parameter);
  return Prisma.Decimal.isDecimal(value) ? value.toString() : value;
}
