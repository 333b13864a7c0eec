"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { removePathwayAction } from "@/lib/features/programmes/actions";
import type { OfferingView } from "@/lib/features/programmes/schema";
import { ActionForm } from "../forms/action-form";
import { useAcademicYear } from "../talent/words";
import { Badge } from "../ui/badge";

type Props = { tenant: string; pathways: OfferingView["pathways"]; mayManage: boolean };

/** 中高本贯通: from which school to which, by which model, for how many. */
export function PathwayList({ tenant, pathways, mayManage }: Props) {
  const t = useTranslations("programmes");
  const year = useAcademicYear();
  if (pathways.length === 0) return <p className="text-muted">{t("pathwaysNone")}</p>;
  const end = (one: { school: string; programme: string }) => `${one.school} · ${one.programme}`;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {pathways.map((one) => (
        <li key={one.id} id={one.id} className="flex flex-col gap-1 py-2 first:pt-0">
          <p>
            <Badge>{t(`model.${one.model}`)}</Badge>{" "}
            {t("pathwayLine", { from: end(one.from), to: end(one.to) })}
          </p>
          <p className="text-sm text-muted tabular-nums">
            {t("pathwayQuota", { year: year(one.academicYear), quota: one.quota })}
          </p>
          {one.agreements.map(({ id, title }) => (
            <p key={id} className="text-sm">
              {t("pathwayAgreement")}
              <Link href={`/a/${tenant}/agreements/${id}`}>{title}</Link>
            </p>
          ))}
          {mayManage && (
            <ActionForm
              action={removePathwayAction}
              tenant={tenant}
              hidden={{ pathwayId: one.id }}
              submitLabel={t("removePathway")}
              submitVariant="quiet"
              confirmLabel={t("removePathwayConfirm")}
              successMessage={t("pathwayRemoved")}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
