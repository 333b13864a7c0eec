"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { SheetUpload } from "../ui/sheet-upload";

/** Sends a spreadsheet as soon as it is chosen and opens the look at its rows. Nothing is written by that. */
export function ImportUpload({ tenant, again }: { tenant: string; again: boolean }) {
  const t = useTranslations("memberships.import");
  const router = useRouter();
  return (
    <SheetUpload
      address={`/api/imports/organizations/${encodeURIComponent(tenant)}`}
      look={again ? "second" : "main"}
      words={{
        choose: t(again ? "another" : "choose"),
        busy: (name) => t("checking", { name }),
        lost: t("offline"),
      }}
      hint={t("hint")}
      onAnswer={(answer: { id: string } | null) => {
        if (answer) router.push(`/a/${tenant}/members/import?importId=${answer.id}`);
      }}
    />
  );
}
