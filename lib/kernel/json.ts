type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;

/** Text with the keys in one order: the same content gives the same text, whatever stored it in between. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** What a JSON column will hold of a value: days and instants as text, nothing of what is undefined. */
export const asJson = (value: object): JsonObject =>
  JSON.parse(JSON.stringify(value)) as JsonObject;
