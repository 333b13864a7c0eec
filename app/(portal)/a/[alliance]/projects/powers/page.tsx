import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreditedList } from "@/components/projects/credited-list";
import { AnswerPowers, ProposePowers } from "@/components/projects/powers-forms";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { loadCredited, loadPowers } from "@/lib/features/projects/loaders";
import { formatInstant, formatMoney } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("powers.title") };
}

export default async function PowersPage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, view, credited] = await Promise.all([
    getTranslations("projects"),
    getLocale(),
    loadPowers(alliance, {}),
    loadCredited(alliance, {}),
  ]);
  const amounts = (of: { reviewFrom: string; amountA: string; amountB: string }) =>
    (["reviewFrom", "amountA", "amountB"] as const).map((one) => ({
      label: t(`powers.${one}`),
      value: formatMoney(of[one], locale).exact,
    }));
  return (
    <ClientMessages namespaces={["projects"]}>
      <PageHeader
        title={t("powers.title")}
        description={t("powers.description")}
        breadcrumbs={[
          { href: `/a/${alliance}/projects`, label: t("title") },
          { label: t("powers.title") },
        ]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t("powers.state.in_force")}>
          {!view.adopted && <p className="mb-2 text-muted">{t("powers.first")}</p>}
          <Facts items={amounts(view.inForce)} />
          {view.mayPropose && <ProposePowers tenant={alliance} now={view.inForce} />}
        </Panel>
        <Panel title={t("powers.versions")}>
          <ul className="flex flex-col gap-4">
            {view.versions.map((one) => (
              <li key={one.id}>
                <p className="flex items-baseline justify-between gap-2">
                  <span className="font-medium">
                    {t("powers.version", { n: String(one.number) })}
                  </span>
                  <Badge tone={one.state === "proposed" ? "attention" : "neutral"}>
                    {t(`powers.state.${one.state}`)}
                  </Badge>
                </p>
                <Facts items={amounts(one)} />
                <p className="text-sm text-muted">
                  {t("powers.proposedBy", {
                    name: one.proposedBy ?? "",
                    at: formatInstant(one.proposedAt, locale),
                  })}
                </p>
                {one.state === "proposed" && view.mayPropose && (
                  <AnswerPowers tenant={alliance} id={one.id} mine={one.mine} />
                )}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("credit.credited")}>
          <CreditedList tenant={alliance} items={credited.items} />
        </Panel>
      </div>
    </ClientMessages>
  );
}
