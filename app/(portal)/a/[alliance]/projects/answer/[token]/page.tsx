import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { LinkAnswer } from "@/components/projects/link-answer";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadByLink } from "@/lib/features/projects/loaders";
import { byLinkSchema } from "@/lib/features/projects/schema/life";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; token: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("link.title"), robots: { index: false } };
}

/** Whoever holds the link answers for one party, once, without an account. */
export default async function LinkPage({ params }: Props) {
  const { alliance, token } = await params;
  const input = byLinkSchema.safeParse({ token });
  if (!input.success) notFound();
  const [t, locale, view] = await Promise.all([
    getTranslations("projects"),
    getLocale(),
    loadByLink(alliance, input.data),
  ]);
  return (
    <ClientMessages namespaces={["projects"]}>
      <PageHeader title={view.title} description={t("link.title")} />
      <div className="flex max-w-xl flex-col gap-4">
        <p>{t("link.intro", { lead: view.lead, organization: view.organization })}</p>
        <Panel title={t("view.overview")}>
          <Facts
            items={[
              { label: t("fact.lead"), value: view.lead },
              { label: t("party.title"), value: view.partners.join(t("separator")) },
              {
                label: t("fact.period"),
                value: t("fact.periodValue", {
                  from: formatDay(view.startsOn, locale),
                  to: formatDay(view.endsOn, locale),
                }),
              },
            ]}
          />
          {view.summary && <p className="mt-3 whitespace-pre-line">{view.summary}</p>}
          {view.duty && <p className="mt-2">{view.duty}</p>}
        </Panel>
        {view.answered ? (
          <Notice tone="neutral">{t("link.answered")}</Notice>
        ) : (
          <>
            <p className="text-sm text-muted">
              {t("link.until", { at: formatInstant(view.expiresAt, locale) })}
            </p>
            <LinkAnswer tenant={alliance} token={token} organization={view.organization} />
          </>
        )}
      </div>
    </ClientMessages>
  );
}
