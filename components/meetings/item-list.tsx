"use client";

import { useTranslations } from "next-intl";
import { use, useState } from "react";
import { FormContext } from "@/components/forms/context";
import type { Option } from "@/components/forms/types";
import { Button } from "@/components/ui/button";
import { ItemFields } from "./item-fields";

/** Rows that a draft brought back; a new form begins with one. */
function rowsOf(names: Iterable<string>, first: number): number[] {
  const rows = new Set<number>();
  for (const name of names) {
    const row = /^items\.(\d+)\./.exec(name)?.[1];
    if (row !== undefined) rows.add(Number(row));
  }
  return rows.size
    ? [...rows].sort((a, b) => a - b)
    : Array.from({ length: Math.max(1, first) }, (_, row) => row);
}

/** The agenda as it was dealt with; rows are added and removed, and keep their names while they stand. */
export function ItemList({
  applications,
  titles,
}: {
  applications: readonly Option[];
  /** What the notice said, to begin with. */
  titles: readonly string[];
}) {
  const t = useTranslations("meetings.item");
  const { kept } = use(FormContext);
  const [rows, setRows] = useState(() => rowsOf(kept.keys(), titles.length));
  return (
    <div className="flex flex-col gap-4">
      {rows.map((index, place) => (
        <fieldset key={index} className="min-w-0 rounded border border-line p-4">
          <legend className="px-1 font-semibold">{t("legend", { number: place + 1 })}</legend>
          <ItemFields index={index} applications={applications} title={titles[index]} />
          {rows.length > 1 && (
            <div className="mt-3">
              <Button variant="quiet" onClick={() => setRows(rows.filter((row) => row !== index))}>
                {t("remove", { number: place + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button onClick={() => setRows([...rows, Math.max(...rows) + 1])}>{t("add")}</Button>
      </div>
    </div>
  );
}
