import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BidForm } from "@/components/calls/bid-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { loadCall } from "@/lib/features/calls/loaders";
import { getCallInput } from "@/lib/features/calls/schema/view";
import { formatInstant } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("calls"))("bid.form") };
}

export default async function BidPage({ params }: Props) {
  const { alliance, id } = await params;
  const input = getCallInput.safeParse({ id });
  if (!input.success) notFound();
  const [t, call] = await Promise.all([getTranslations("calls"), loadCall(alliance, input.data)]);
  if (!call.details || !(call.may.bid || call.overdue)) notFound();
  const base = `/a/${alliance}/calls`;
  const closes = formatInstant(call.closesAt, await getLocale());
  return (
    <ClientMessages namespaces={["calls"]}>
      <PageHeader
        title={t("bid.form")}
        description={t("bid.description")}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${id}`, label: call.title },
          { label: t("bid.form") },
        ]}
      />
      <div className="max-w-xl">
        {call.may.bid ? (
          <>
            <Notice>{t("bid.times", { closes, needed: call.details.neededOn })}</Notice>
            <BidForm
              tenant={alliance}
              callId={call.id}
              bidders={call.may.bidders}
              budget={call.budget ?? ""}
              neededOn={call.details.neededOn}
            />
          </>
        ) : (
          <Notice tone="attention">{t("bid.over", { at: closes })}</Notice>
        )}
      </div>
    </ClientMessages>
  );
}
