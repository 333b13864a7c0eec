import { getTranslations } from "next-intl/server";
import { AllocateForm, SpecialFundForm } from "@/components/funds/special-forms";
import { SpecialTable } from "@/components/funds/special-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadSpecialFunds } from "@/lib/features/funds/loaders";
import { loadProjects } from "@/lib/features/projects/loaders";
import { dayIn } from "@/lib/kernel/dates";
import { Tabs } from "../_sections/tabs";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("special.title") };
}

export default async function SpecialFundsPage({ params }: Props) {
  const { alliance } = await params;
  const [t, funds, projects] = await Promise.all([
    getTranslations("funds"),
    loadSpecialFunds(alliance, {}),
    loadProjects(alliance, { sort: "-code", pageSize: 100 }),
  ]);
  const year = Number(dayIn(new Date(), "Asia/Shanghai").slice(0, 4));
  const numbered = projects.items.filter((one) => one.code);
  return (
    <ClientMessages namespaces={["funds"]}>
      <PageHeader title={t("special.title")} description={t("special.description")} />
      <Tabs alliance={alliance} current="special" />
      <div className="flex flex-col gap-4">
        <SpecialTable rows={funds.items} />
        {funds.may.manage && (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {funds.items.length > 0 && (
              <Panel title={t("special.allocate")}>
                <AllocateForm
                  tenant={alliance}
                  funds={funds.items.map((one) => ({ value: one.id, label: one.title }))}
                  projects={numbered.map((one) => ({
                    value: one.id,
                    label: `${one.code} ${one.title}`,
                  }))}
                />
              </Panel>
            )}
            <Panel title={t("special.create")}>
              <SpecialFundForm tenant={alliance} year={year} />
            </Panel>
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
