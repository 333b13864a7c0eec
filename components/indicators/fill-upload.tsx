"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FillAnswer } from "@/lib/features/indicators/schema";
import { fillColumns } from "@/lib/features/indicators/types";
import { Notice } from "../ui/notice";
import { SheetUpload } from "../ui/sheet-upload";

const codes = [
  "missing",
  "too-long",
  "not-a-code",
  "twice",
  "parent-unknown",
  "too-deep",
  "unknown-word",
  "not-a-number",
  "not-a-weight",
  "below-lowest",
  "not-for-headings",
  "aggregation-of-kind",
] as const;

function Faults({ faults }: { faults: FillAnswer["faults"] }) {
  const t = useTranslations("indicators.fill");
  return (
    <Notice tone="problem" title={t("nothing", { count: faults.length })}>
      <ul className="mt-1 flex flex-col gap-1">
        {faults.map(({ row, column, code, text }) => {
          const known = codes.find((one) => one === code);
          const where = fillColumns.find((one) => one === column) ?? "code";
          return (
            <li key={`${row} ${column} ${code}`}>
              <strong>{t("row", { row, column: t(`column.${where}`) })}</strong>{" "}
              {known ? t(`fault.${known}`, { text }) : code}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Sends a spreadsheet as soon as it is chosen; shows of each row what to mend, or what was imported. */
export function FillUpload({
  tenant,
  setId,
  version,
}: {
  tenant: string;
  setId: string;
  version: number;
}) {
  const t = useTranslations("indicators.fill");
  const router = useRouter();
  const [answer, setAnswer] = useState<FillAnswer | null>(null);
  const search = new URLSearchParams({ setId, version: String(version) });
  return (
    <SheetUpload
      address={`/api/imports/indicators/${encodeURIComponent(tenant)}?${search}`}
      words={{
        choose: t("choose"),
        busy: (name) => t("busy", { name }),
        lost: t("offline"),
      }}
      hint={t("hint")}
      after={<a href="/api/imports/indicators/template">{t("template")}</a>}
      onAnswer={(told: FillAnswer | null) => {
        setAnswer(told);
        // The draft has another version now, whatever was imported.
        router.refresh();
      }}
    >
      {answer && answer.faults.length > 0 && <Faults faults={answer.faults} />}
      {answer && answer.imported > 0 && (
        <Notice tone="ok">{t("done", { count: answer.imported })}</Notice>
      )}
    </SheetUpload>
  );
}
