import Link from "next/link";
import type { ReactNode } from "react";
import { tick, tickPlace } from "./control";
import { cx } from "./cx";
import { TableRows } from "./table-rows";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** "end" for numbers. */
  align?: "start" | "end";
  /** The name this column sorts by in the address; "-name" sorts the other way. */
  sort?: string;
  hideBelow?: "sm" | "md" | "lg";
};

/** What a link changes in the address; undefined takes a parameter out. */
export type AddressChanges = Record<string, string | undefined>;

/** Paper is narrower than the breakpoints and has room for every column all the same. */
const hidden = {
  sm: "hidden sm:table-cell print:table-cell",
  md: "hidden md:table-cell print:table-cell",
  lg: "hidden lg:table-cell print:table-cell",
};

const place = <Row,>(column: Column<Row>) =>
  cx(
    "px-3 py-2 in-data-[density=compact]:py-0.5",
    column.align === "end" ? "text-right tabular-nums" : "text-left",
    column.hideBelow && hidden[column.hideBelow],
  );

const direction = (sort: string | undefined, name: string | undefined) => {
  if (!name || !sort) return undefined;
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : undefined;
};

/** A wide table scrolls inside its own frame, which the keyboard must be able to reach (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

const arrow = { ascending: "↑", descending: "↓", none: "↕" };

type Props<Row> = {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  sort?: string | undefined;
  href?: (changes: AddressChanges) => string;
  empty?: ReactNode;
  /** Boxes to tick before each row; what is ticked is read by whoever stands around the table. */
  select?: { value: (row: Row) => string; label: (row: Row) => string; all: string };
};

function HeaderCell<Row>({
  column,
  sort,
  href,
}: { column: Column<Row> } & Pick<Props<Row>, "sort" | "href">) {
  const sorted = direction(sort, column.sort);
  return (
    <th
      scope="col"
      aria-sort={sorted}
      className={cx(place(column), "font-medium whitespace-nowrap text-muted")}
    >
      {column.sort && href ? (
        <Link
          href={href({
            sort: sorted === "ascending" ? `-${column.sort}` : column.sort,
            page: undefined,
          })}
          scroll={false}
          className="inline-flex min-h-6 items-center gap-1 text-inherit no-underline hover:text-ink hover:underline"
        >
          {column.header}
          <span aria-hidden="true" className={sorted ? "text-accent" : "text-control"}>
            {arrow[sorted ?? "none"]}
          </span>
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

/** Rows of a list, sorted and cut by the database: sorting is a link, so that a view is an address. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, rows, columns, rowKey, sort, href, empty, select } = props;
  if (rows.length === 0 && empty) {
    return <div className="rounded border border-line bg-surface">{empty}</div>;
  }
  return (
    <section
      {...reachable}
      className="relative overflow-x-auto rounded border border-line bg-surface print:overflow-visible print:border-0"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-sunken">
          <tr>
            {select && (
              <th scope="col" className={tickPlace}>
                <input
                  type="checkbox"
                  data-select="all"
                  aria-label={select.all}
                  className={tick}
                  autoComplete="off"
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} href={href} />
            ))}
          </tr>
        </thead>
        <TableRows
          rows={rows.map((row) => [
            rowKey(row),
            select ? [select.value(row), select.label(row)] : null,
            columns.map((column) => column.cell(row)),
          ])}
          columns={columns.map((column) => [column.key, cx(place(column), "align-middle")])}
        />
      </table>
    </section>
  );
}
