"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { chooseColumns } from "@/lib/i18n/locale-action";
import { Button } from "./button";

/** Which columns a list shows in this browser. What can be chosen is drawn when it is asked for. */
export function ColumnChoice({
  list,
  columns,
  hidden,
}: {
  list: string;
  columns: readonly (readonly [key: string, label: string])[];
  hidden: readonly string[];
}) {
  const t = useTranslations("common.columns");
  const [open, setOpen] = useState(false);
  return (
    <details
      className="relative text-sm"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-8 cursor-pointer items-center rounded px-2 text-accent hover:bg-sunken">
        {t("label")}
        {hidden.length > 0 && ` (${columns.length - hidden.length}/${columns.length})`}
      </summary>
      {open && (
        <form
          action={(form) => {
            setOpen(false);
            return chooseColumns(form);
          }}
          className="absolute right-0 z-20 w-56 rounded border border-control bg-surface p-2"
        >
          <input type="hidden" name="list" value={list} />
          {columns.map(([key, label]) => (
            <label
              key={key}
              className="flex min-h-8 items-center gap-2 rounded px-2 hover:bg-sunken"
            >
              <input type="hidden" name="offered" value={key} />
              <input
                type="checkbox"
                name="shown"
                value={key}
                defaultChecked={!hidden.includes(key)}
                className="size-4"
              />
              {label}
            </label>
          ))}
          <Button type="submit" variant="primary" className="mt-1 w-full">
            {t("apply")}
          </Button>
        </form>
      )}
    </details>
  );
}
