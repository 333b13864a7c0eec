"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { removePathwayAction } from "@/lib/features/programmes/actions";
import type { OfferingView } from "@/lib/features/programmes/schema";
import { ActionForm } from "../forms/action-form";
import { useAcademicYear } from "../talent/words";
import { Badge } from "../ui/badge";
import { TransitionForms, TransitionTable } from "./pathway-transitions";

type Props = { tenant: string; pathways: OfferingView["pathways"] };

/** What an agreement is about, or by which somebody went over, was not registered by mistake. */
const removable = (one: Props["pathways"][number]): boolean =>
  one.agreements.length === 0 && one.transitions.length === 0;

/** 中高本贯通: from which school to which, by which model, for how many. */
export function PathwayList({ tenant, pathways }: Props) {
  const t = useTranslations("programmes");
  const year = useAcademicYear();
  if (pathways.length === 0) return <p className="text-muted">{t("pathwaysNone")}</p>;
  const end = (one: { school: string; programme: string }) => `${one.school} · ${one.programme}`;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {pathways.map((one) => (
        <li key={one.id} id={one.id} className="flex scroll-mt-20 flex-col gap-1 py-2 first:pt-0">
          <p>
            <Badge>{t(`model.${one.model}`)}</Badge>{" "}
            {t("pathwayLine", { from: end(one.from), to: end(one.to) })}
          </p>
          <p className="text-sm text-muted tabular-nums">
            {t("pathwayQuota", { year: year(one.academicYear), quota: one.quota })}
          </p>
          {one.transitions[0] && (
            <p className="text-sm tabular-nums">
              {t("pathwayNewest", {
                year: String(one.transitions[0].year),
                moved: one.transitions[0].moved,
                quota: one.quota,
              })}
            </p>
          )}
          {one.agreements.map(({ id, title }) => (
            <p key={id} className="text-sm">
              {t("pathwayAgreement")}
              <Link href={`/a/${tenant}/agreements/${id}`}>{title}</Link>
            </p>
          ))}
          <div className="max-w-2xl empty:hidden">
            <TransitionTable pathway={one} />
          </div>
          {one.mayManage && <TransitionForms tenant={tenant} pathway={one} />}
          {one.mayManage && removable(one) && (
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
