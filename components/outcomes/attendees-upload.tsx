"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Training } from "@/lib/features/outcomes/schema/batches";
import { Notice } from "../ui/notice";
import { SheetUpload } from "../ui/sheet-upload";

/** Who was there as a file, beside pasting it: read at once and kept nowhere. */
export function AttendeesUpload({ tenant, training }: { tenant: string; training: Training }) {
  const t = useTranslations("trainings");
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const search = new URLSearchParams({ id: training.id, version: String(training.version) });
  return (
    <SheetUpload
      address={`/api/imports/attendees/${encodeURIComponent(tenant)}?${search}`}
      accept=".xlsx,.csv"
      words={{
        choose: t("upload"),
        busy: (name) => t("uploading", { name }),
        lost: t("uploadLost"),
      }}
      hint={t("uploadHint")}
      onAnswer={(told: { version: number } | null) => {
        setSaved(told !== null);
        router.refresh();
      }}
    >
      {saved && <Notice tone="ok">{t("listSaved")}</Notice>}
    </SheetUpload>
  );
}
