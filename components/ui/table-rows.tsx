"use client";

import type { ReactNode } from "react";
import { tick, tickPlace } from "./control";

/** A row as values: its key, what its box stands for, and its cells in the order of the columns. */
export type TableRow = readonly [
  key: string,
  select: readonly [value: string, label: string] | null,
  cells: readonly ReactNode[],
];

type Props = {
  rows: readonly TableRow[];
  /** Name and class of each column. */
  columns: readonly (readonly [key: string, place: string])[];
};

/**
 * The rows of a table. They are put together here and not by the server because a list is sent twice, as HTML and as
 * what the browser's tree is made from: there a row is now its texts, and not an element with classes per cell.
 */
export function TableRows({ rows, columns }: Props) {
  return (
    <tbody>
      {rows.map(([key, select, cells]) => (
        <tr
          key={key}
          className="h-10 in-data-[density=compact]:h-8 border-b border-line last:border-0 hover:bg-sunken"
        >
          {select && (
            <td className={tickPlace}>
              <input
                type="checkbox"
                data-select="row"
                value={select[0]}
                aria-label={select[1]}
                className={tick}
                autoComplete="off"
              />
            </td>
          )}
          {columns.map(([column, place], at) => (
            <td key={column} className={place}>
              {cells[at]}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
