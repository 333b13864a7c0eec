import { getLocale, getTranslations } from "next-intl/server";
import { RulesForm } from "@/components/funds/year-forms";
import { YearPanel } from "@/components/funds/year-panel";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadYears } from "@/lib/features/funds/loaders";
import { formatMoney } from "@/lib/i18n/format";
import { Tabs } from "../_sections/tabs";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("years.title") };
}

export default async function YearsPage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, years] = await Promise.all([
    getTranslations("funds"),
    getLocale(),
    loadYears(alliance, {}),
  ]);
  const { rules } = years;
  const resolutions = years.resolutions.map((one) => ({ value: one.id, label: one.title }));
  return (
    <ClientMessages namespaces={["funds"]}>
      <PageHeader title={t("years.title")} description={t("years.description")} />
      <Tabs alliance={alliance} current="years" />
      <div className="flex flex-col gap-4">
        {years.items.length === 0 && <EmptyState title={t("empty")} />}
        {years.items.map((year) => (
          <YearPanel key={year.year} tenant={alliance} year={year} resolutions={resolutions} />
        ))}
        <Panel title={t("years.rules")}>
          <p>
            {t("years.rulesNow", {
              amount: formatMoney(rules.secondApproverFrom, locale, "yuan").text,
              percent: rules.overLinePercent,
              days: rules.lateDays,
            })}
          </p>
          <p className="text-sm text-muted">
            {rules.basis ? t("years.rulesBasis", { basis: rules.basis }) : t("years.rulesUsual")}
          </p>
          {years.may.setRules && (
            <details className="mt-3">
              <summary className="min-h-11 cursor-pointer py-2">{t("years.setRules")}</summary>
              <div className="max-w-xl pt-2">
                <RulesForm tenant={alliance} rules={rules} />
              </div>
            </details>
          )}
        </Panel>
      </div>
    </ClientMessages>
  );
}
