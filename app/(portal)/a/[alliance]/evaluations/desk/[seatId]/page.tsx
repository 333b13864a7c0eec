import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeclareForm, RecuseForm, ScoreForm } from "@/components/evaluations/desk-forms";
import { VisitForm } from "@/components/evaluations/finding-forms";
import { LineTable } from "@/components/evaluations/line-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { loadSeat } from "@/lib/features/evaluations/loaders";
import { getSeatInput } from "@/lib/features/evaluations/schema/rounds";

type Props = { params: Promise<{ alliance: string; seatId: string }> };

async function seatOf(params: Props["params"]) {
  const { alliance, seatId } = await params;
  const input = getSeatInput.safeParse({ seatId });
  if (!input.success) notFound();
  return { alliance, seat: await loadSeat(alliance, input.data) };
}

export async function generateMetadata({ params }: Props) {
  return { title: (await seatOf(params)).seat.subject.name };
}

/** 专家评审: declare, read, mark; made for a phone. */
export default async function SeatPage({ params }: Props) {
  const [t, all, { alliance, seat }] = await Promise.all([
    getTranslations("evaluations.desk"),
    getTranslations("evaluations"),
    seatOf(params),
  ]);
  const base = `/a/${alliance}/evaluations`;
  const form = { tenant: alliance, seat };
  const clear = seat.state === "clear";
  return (
    <ClientMessages namespaces={["evaluations"]}>
      <PageHeader
        title={seat.subject.name}
        description={seat.round.title}
        breadcrumbs={[
          { href: base, label: all("title") },
          { href: `${base}/desk`, label: t("title") },
          { label: seat.subject.name },
        ]}
      />
      <div className="flex max-w-3xl flex-col gap-4">
        {seat.state === "assigned" && (
          <Panel title={t("declare")}>
            <DeclareForm {...form} />
          </Panel>
        )}
        {clear && (
          <Panel title={t("material")}>
            <LineTable
              lines={seat.lines}
              tenant={alliance}
              year={seat.round.year}
              organizationId={null}
              scored={false}
            />
          </Panel>
        )}
        {clear && (
          <Panel title={t("sheet")} description={seat.submittedAt ? t("yours") : undefined}>
            {seat.submittedAt ? (
              <Facts
                items={[
                  ...seat.sheet.map(({ code, name, points }) => ({
                    label: `${code} ${name}`,
                    value: String(points ?? ""),
                  })),
                  { label: t("comment"), value: seat.comment ?? "" },
                ]}
              />
            ) : seat.open ? (
              <ScoreForm {...form} />
            ) : (
              <p className="text-muted">{t("closed")}</p>
            )}
          </Panel>
        )}
        {clear && !seat.submittedAt && <RecuseForm {...form} />}
        {clear && seat.open && (
          <Panel title={all("subject.visits")}>
            <VisitForm tenant={alliance} subjectId={seat.subject.id} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
