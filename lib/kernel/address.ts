import type { z } from "zod";

export type RawSearch = Record<string, string | string[] | undefined>;

/**
 * What of a page's search parameters its query understands: unknown names are dropped (a link from a chat application
 * brings its own), and a value that the query refuses falls back to its default.
 */
export function knownSearch(shape: z.ZodObject, raw: RawSearch): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, field] of Object.entries(shape.shape)) {
    const value = raw[name];
    if (typeof value !== "string" || value === "") continue;
    if ((field as z.ZodType).safeParse(value).success) known[name] = value;
  }
  return known;
}

/** The same page with some parameters changed; undefined or "" takes one out. */
export function addressWith(
  path: string,
  params: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, ...changes })) {
    if (value) search.set(name, value);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
