import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HoldingPanels } from "@/components/bodies/holding-panels";
import { AppointForm } from "@/components/bodies/seat-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadBodySeats } from "@/lib/features/bodies/loaders";

type Props = { params: Promise<{ alliance: string; body: string; seat: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("bodies.seats"))("title") };
}

/** One seat: who holds it, who acts, and what can be done about it. */
export default async function SeatPage({ params }: Props) {
  const { alliance, body: bodyId, seat: seatId } = await params;
  const [t, view] = await Promise.all([
    getTranslations("bodies.seats"),
    loadBodySeats(alliance, { bodyId }),
  ]);
  const seat = view.seats.find((one) => one.seatId === seatId) ?? notFound();
  const here = `/a/${alliance}/structure/seats`;
  return (
    <>
      <PageHeader
        title={t("one", { body: view.body.name, number: seat.number })}
        breadcrumbs={[
          { href: here, label: t("title") },
          { href: `${here}/${bodyId}`, label: view.body.name },
        ]}
        badge={!seat.holding && <Badge tone="attention">{t("vacant")}</Badge>}
      />
      <ClientMessages namespaces={["bodies", "organizations", "memberships"]}>
        <div className="flex flex-col gap-4">
          {seat.holding ? (
            <HoldingPanels
              tenant={alliance}
              today={view.today}
              holding={seat.holding}
              people={view.people}
              manages={view.manages}
            />
          ) : view.manages ? (
            <Panel title={t("appoint")} description={t("appointHint")}>
              <AppointForm
                tenant={alliance}
                today={view.today}
                seatId={seat.seatId}
                unit={seat.basis === "unit"}
              />
            </Panel>
          ) : (
            <Notice>{t("vacantNote")}</Notice>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
