import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GradeBadge, StateBadge } from "@/components/evaluations/badges";
import { LineTable } from "@/components/evaluations/line-table";
import { ReturnForm, SelfForm, SubmitSelfForm } from "@/components/evaluations/self-form";
import { VerifyForms } from "@/components/evaluations/verify-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadSubject } from "@/lib/features/evaluations/loaders";
import { getSubjectInput } from "@/lib/features/evaluations/schema/rounds";
import { Findings } from "./_sections/findings";
import { SubjectResult } from "./_sections/result";

type Props = { params: Promise<{ alliance: string; subjectId: string }> };

async function subjectOf(params: Props["params"]) {
  const { alliance, subjectId } = await params;
  const input = getSubjectInput.safeParse({ subjectId });
  if (!input.success) notFound();
  return { alliance, subject: await loadSubject(alliance, input.data) };
}

export async function generateMetadata({ params }: Props) {
  return { title: (await subjectOf(params)).subject.name };
}

export default async function SubjectPage({ params }: Props) {
  const [t, { alliance, subject }] = await Promise.all([
    getTranslations("evaluations"),
    subjectOf(params),
  ]);
  const { round, may } = subject;
  const base = `/a/${alliance}/evaluations`;
  const form = { tenant: alliance, subject };
  return (
    <ClientMessages namespaces={["evaluations"]}>
      <PageHeader
        title={subject.name}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${round.id}`, label: round.title },
          { label: subject.name },
        ]}
        badge={
          subject.grade ? (
            <GradeBadge grade={subject.grade} vetoed={subject.vetoed} />
          ) : (
            <StateBadge state={round.state} />
          )
        }
      />
      {subject.returnReason && (
        <Notice tone="attention" title={t("subject.returned")}>
          {subject.returnReason}
        </Notice>
      )}
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {may.save && (
            <Panel title={t("subject.self")}>
              <div className="flex flex-col gap-4">
                <SelfForm {...form} />
                {may.submit && <SubmitSelfForm {...form} />}
              </div>
            </Panel>
          )}
          <Panel title={t("subject.lines")} description={t("subject.linesHint")}>
            <LineTable
              lines={subject.lines.filter(({ kind }) => kind !== "veto")}
              tenant={alliance}
              year={round.year}
              organizationId={round.subjectKind === "member" ? subject.organizationId : null}
              scored
            />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SubjectResult subject={subject} />
          {may.giveBack && (
            <Panel title={t("subject.giveBack")}>
              <ReturnForm {...form} />
            </Panel>
          )}
          {may.verify && (
            <Panel title={t("subject.verify")}>
              <VerifyForms {...form} />
            </Panel>
          )}
          <Findings {...form} />
        </div>
      </div>
    </ClientMessages>
  );
}
