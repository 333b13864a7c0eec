import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CaseBadge } from "@/components/reports/badges";
import { ChangeCaseForm, SubmitCaseForm } from "@/components/reports/case-forms";
import { CaseText } from "@/components/reports/case-text";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadCase } from "@/lib/features/reports/loaders";
import { getCaseInput } from "@/lib/features/reports/schema/cases";
import { choicesOf } from "./_sections/choices";
import { CaseSide } from "./_sections/side";

type Props = { params: Promise<{ alliance: string; caseId: string }> };

async function load(params: Props["params"]) {
  const { alliance, caseId } = await params;
  const input = getCaseInput.safeParse({ caseId });
  if (!input.success) notFound();
  return { alliance, one: await loadCase(alliance, input.data) };
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
  const choices = one.may.write ? await choicesOf(alliance, one) : undefined;
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
            {choices ? (
              <div key={one.version} className="flex flex-col gap-4">
                <ChangeCaseForm tenant={alliance} one={one} choices={choices} />
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
