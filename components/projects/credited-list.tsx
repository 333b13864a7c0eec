"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { confirmCreditAction } from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { percent } from "./credit-shares";

type Item = {
  projectId: string;
  code: string | null;
  title: string;
  owner: { slug: string; name: string };
  share: number;
  confirmedAt: Date | null;
  mayConfirm: boolean;
};

/** Projects of other alliances that count here in part. */
export function CreditedList({ tenant, items }: { tenant: string; items: readonly Item[] }) {
  const t = useTranslations("projects.credit");
  if (items.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {items.map((one) => (
        <li key={one.projectId}>
          <Link href={`/a/${one.owner.slug}/projects/${one.projectId}`}>
            {one.code} {one.title}
          </Link>
          <p className="text-sm text-muted">
            {t("of", { alliance: one.owner.name, share: percent(one.share) })} ·{" "}
            {one.confirmedAt ? t("confirmed") : t("waiting")}
          </p>
          {one.mayConfirm && (
            <ActionForm
              action={confirmCreditAction}
              tenant={tenant}
              hidden={{ projectId: one.projectId }}
              submitLabel={t("confirm")}
              confirmLabel={t("confirmQuestion")}
              successMessage={t("saved")}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
