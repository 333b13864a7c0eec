import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { formatInstant } from "@/lib/i18n/format";
import { knownSearch } from "@/lib/kernel/address";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { ask } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import type { Query } from "@/lib/platform/corridor/use-case";
import { MOST_ROWS } from "@/lib/platform/corridor/whole";
import type { Sheet } from "@/lib/platform/spreadsheet/stream";
import type { Cell } from "@/lib/platform/spreadsheet/write";

type Listed = z.ZodType<{ items: unknown[] }, { items: unknown[] }>;
type Row<O extends Listed> = z.output<O>["items"][number];
type Found<O extends Listed> = z.output<O> & { items: Row<O>[]; total?: number };

/** What stands above a column, and what of a row stands in it. */
export type SheetColumn<R> = readonly [header: string, cell: (row: R) => Cell];

/** A list as a sheet with the words of its screen. */
export type Table = { sheet(call: Call, search: Record<string, string>): Promise<Sheet> };

export const yuan = (text: string | null): Cell => (text === null ? null : { decimal: text });

/** A quantity of a metric, less what was taken off it, as the digits they make. */
export const quantity = (text: string | null, adjustment = "0.00"): Cell =>
  text === null ? null : { decimal: yuanText(fenOf(text) + fenOf(adjustment)) };

/** The day of an instant. */
export const dayOf = (at: Date | string | null): Cell => at && dayIn(new Date(at), homeZone);

/** Day and minute of an instant, the year first in either language, so that a column of them sorts. */
export const minuteOf = (at: Date | string | null): Cell =>
  at && formatInstant(new Date(at), "zh-CN");

function* lines<R>(
  rows: readonly R[],
  columns: readonly SheetColumn<R>[],
  note: string | undefined,
): Generator<readonly Cell[]> {
  yield columns.map(([header]) => header);
  for (const row of rows) yield columns.map(([, cell]) => cell(row));
  if (note) yield [note];
}

/**
 * Joins the use case that gives a whole list with the columns of its sheet.
 * @param layout the sheet's name and its columns, in the words of this request's language; some follow from what was found
 */
export const tableOf = <I extends z.ZodObject, O extends Listed>(
  query: Query<"tenant", I, O>,
  layout: (
    found: z.output<O>,
  ) => Promise<{ name: string; columns: readonly SheetColumn<Row<O>>[] }>,
): Table => ({
  async sheet(call, search) {
    const input: unknown = knownSearch(query.input, search);
    // Of a query that is not known yet the compiler cannot work out what it answers; `Query<"tenant", I, O>` says it.
    const asked = await ask(query as Query<"tenant">, call, input as never);
    const found = asked as unknown as Found<O>;
    const [{ name, columns }, t] = await Promise.all([layout(found), getTranslations("sheets")]);
    const { items, total } = found;
    const cut = total !== undefined && total > items.length;
    // Own rows are offered below every list, and a member may have none on it.
    const none = items.length === 0 ? t("none") : undefined;
    return {
      name,
      rows: lines(items, columns, cut ? t("cut", { total, most: MOST_ROWS }) : none),
    };
  },
});
