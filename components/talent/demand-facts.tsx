import { useLocale, useTranslations } from "next-intl";
import type { DemandView } from "@/lib/features/talent/schema/demands";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { useAcademicYear } from "./words";

export function DemandFacts({ demand }: { demand: DemandView }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const year = useAcademicYear();
  const { taken, hired, headcount } = demand;
  const period = `${formatDay(demand.fromOn, locale)} – ${formatDay(demand.toOn, locale)}`;
  return (
    <div className="flex flex-col gap-4">
      <Facts
        items={[
          { label: t("demand.field.organization"), value: demand.organization.name },
          { label: t("demand.field.skillLevel"), value: t(`skill.${demand.skillLevel}`) },
          {
            label: t("demand.field.headcount"),
            value: t("demand.progress", { taken, hired, headcount }),
          },
          { label: t("demand.field.period"), value: period },
          { label: t("demand.field.year"), value: year(demand.academicYear) },
          {
            label: t("demand.field.validUntil"),
            value: demand.expiresOn ? formatDay(demand.expiresOn, locale) : nothing,
          },
        ]}
      />
      {demand.note && <p className="max-w-prose whitespace-pre-line">{demand.note}</p>}
    </div>
  );
}
