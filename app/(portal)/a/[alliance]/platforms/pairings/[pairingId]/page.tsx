import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EndPairingForm, VisitForm } from "@/components/platforms/park-forms";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { Timeline } from "@/components/ui/timeline";
import { loadPairing } from "@/lib/features/platforms/loaders";
import { getPairingInput } from "@/lib/features/platforms/schema/parks";
import { formatDay, nothing } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; pairingId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, pairingId } = await params;
  const input = getPairingInput.safeParse({ pairingId });
  if (!input.success) notFound();
  return { alliance, pairing: await loadPairing(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  const { pairing } = await load(params);
  return { title: `${pairing.unit} · ${pairing.park.name}` };
}

export default async function PairingPage({ params }: Props) {
  const [t, locale, { alliance, pairing }] = await Promise.all([
    getTranslations("platforms.pairings"),
    getLocale(),
    load(params),
  ]);
  const title = `${pairing.unit} · ${pairing.park.name}`;
  const form = { tenant: alliance, pairing, today: pairing.today };
  return (
    <ClientMessages namespaces={["platforms"]}>
      <PageHeader
        title={title}
        breadcrumbs={[
          { href: `/a/${alliance}/platforms/pairings`, label: t("title") },
          { label: title },
        ]}
        badge={pairing.visitDue && <Badge tone="attention">{t("visitDue")}</Badge>}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel>
            <Facts
              items={[
                { label: t("school"), value: pairing.school.name },
                { label: t("schoolLiaison"), value: pairing.schoolLiaison ?? nothing },
                { label: t("parkLiaison"), value: pairing.parkLiaison ?? nothing },
                { label: t("since"), value: formatDay(pairing.validFrom, locale) },
                { label: t("until"), value: formatDay(pairing.validTo, locale) },
                { label: t("note"), value: pairing.note ?? nothing },
                ...(pairing.endReason ? [{ label: t("endReason"), value: pairing.endReason }] : []),
              ]}
            />
          </Panel>
          <Panel title={t("log")}>
            {pairing.log.length === 0 ? (
              <p className="text-muted">{t("noLog")}</p>
            ) : (
              <Timeline
                items={pairing.log.map(({ on, people, result }) => ({
                  at: formatDay(on, locale),
                  title: t("people", { count: people }),
                  body: result,
                }))}
              />
            )}
          </Panel>
        </div>
        <div className="flex flex-col gap-4">
          {pairing.mayVisit && (
            <Panel title={t("visit")}>
              <VisitForm key={pairing.visits} {...form} />
            </Panel>
          )}
          {pairing.mayManage && (
            <Panel title={t("end")}>
              <EndPairingForm {...form} />
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
