import type { ComponentProps } from "react";
import { hiddenHere } from "@/lib/i18n/columns-here";
import { ColumnChoice } from "./column-choice";
import { DataTable } from "./data-table";

type Props<Row> = ComponentProps<typeof DataTable<Row>> & {
  /** The name by which this browser keeps the choice of columns. */
  list: string;
};

/**
 * A table whose columns the reader chooses. What stands on a phone too says what a row is, and stays; a phone has made its
 * own choice.
 */
export async function ListTable<Row>({ list, columns, ...table }: Props<Row>) {
  const offered = columns.flatMap(({ key, header, hideBelow }) =>
    hideBelow && typeof header === "string" ? [[key, header] as const] : [],
  );
  const kept = await hiddenHere(list);
  const hidden = offered.map(([key]) => key).filter((key) => kept.has(key));
  return (
    <>
      {offered.length > 0 && table.rows.length > 0 && (
        <div className="-mt-1 hidden justify-end pb-1 md:flex print:hidden">
          <ColumnChoice list={list} columns={offered} hidden={hidden} />
        </div>
      )}
      <DataTable {...table} columns={columns.filter(({ key }) => !hidden.includes(key))} />
    </>
  );
}
