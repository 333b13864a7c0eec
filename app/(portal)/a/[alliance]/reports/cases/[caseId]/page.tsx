import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CaseBadge } from "@/components/reports/badges";
import { ChangeCaseForm, SubmitCaseForm } from "@/components/reports/case-forms";
import { CaseText } from "@/components/reports/case-text";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadOutcomes } from "@/lib/features/outcomes/loaders";
import { loadCase } from "@/lib/features/reports/loaders";
import { getCaseInput, type OneCase } from "@/lib/features/reports/schema/cases";
import { CaseSide } from "./_sections/side";

type Props = { params: Promise<{ alliance: string; caseId: string }> };

async function load(params: Props["params"]) {
  const { alliance, caseId } = await params;
  const input = getCaseInput.safeParse({ caseId });
  if (!input.success) notFound();
  return { alliance, one: await loadCase(alliance, input.data) };
}

/** What it may cite: approved results of its unit, the newest first. */
async function recordsOf(alliance: string, one: OneCase) {
  const t = await getTranslations("cases");
  const { items } = await loadOutcomes(alliance, {
    state: "approved",
    pageSize: 100,
    ...(one.organization && { organization: one.organization.id }),
  });
  return items.map(({ id, title, quantity, unitZh, metricCode, year }) => ({
    value: id,
    label: t("source", { title, quantity, unit: unitZh, code: metricCode, year: String(year) }),
  }));
}

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).one.title };
}

export default async function CasePage({ params }: Props) {
  const [t, r, { alliance, one }] = await Promise.all([
    getTranslations("cases"),
    getTranslations("reports"),
    load(params),
  ]);
  const reports = `/a/${alliance}/reports`;
  const records = one.may.write ? await recordsOf(alliance, one) : [];
  return (
    <ClientMessages namespaces={["cases"]}>
      <PageHeader
        title={one.title}
        breadcrumbs={[
          { href: reports, label: r("title") },
          { href: `${reports}/cases`, label: t("title") },
          { label: one.title },
        ]}
        badge={<CaseBadge state={one.state} />}
        description={`${one.organization?.name ?? r("secretariat")} · ${one.year}`}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {one.state === "returned" && one.returnReason && (
            <Notice tone="problem">{t("returnedFor", { reason: one.returnReason })}</Notice>
          )}
          <Panel title={t("content")}>
            {one.may.write ? (
              <div key={one.version} className="flex flex-col gap-4">
                <ChangeCaseForm tenant={alliance} one={one} records={records} />
                <SubmitCaseForm tenant={alliance} one={one} />
              </div>
            ) : (
              <CaseText one={one} base={`/a/${alliance}`} />
            )}
          </Panel>
        </div>
        <CaseSide alliance={alliance} one={one} />
      </div>
    </ClientMessages>
  );
}
