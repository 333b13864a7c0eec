"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "../ui/notice";
import { SheetUpload } from "../ui/sheet-upload";
import { useCellWords } from "./words";

type Row = { row: number; code: string; fault: string | null; by: string | null };

/** The form as a spreadsheet, down and up again; every row of it is answered. */
export function FormUpload({ tenant, obligationId }: { tenant: string; obligationId: string }) {
  const t = useTranslations("reporting");
  const words = useCellWords();
  const router = useRouter();
  const [rows, setRows] = useState<Row[] | null>(null);
  const bad = rows?.filter(({ fault }) => fault !== null) ?? [];
  return (
    <SheetUpload
      address={`/api/imports/reporting/${encodeURIComponent(tenant)}?${new URLSearchParams({ obligationId })}`}
      look="link"
      words={{
        choose: t("grid.upload"),
        busy: (name) => t("grid.uploading", { name }),
        lost: t("grid.lost"),
      }}
      before={<a href={`/api/exports/reporting/${tenant}/${obligationId}`}>{t("grid.download")}</a>}
      onAnswer={(answer: { rows: Row[] } | null) => {
        setRows(answer?.rows ?? null);
        router.refresh();
      }}
    >
      {rows && (
        <Notice
          tone={bad.length > 0 ? "problem" : "ok"}
          title={t("importDone", { ok: bad.length > 0 ? 0 : rows.length, bad: bad.length })}
        >
          <ul>
            {bad.map(({ row, code, fault, by }) => (
              <li key={row}>{t("imported", { row, code, fault: words.fault(fault ?? "", by) })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </SheetUpload>
  );
}
