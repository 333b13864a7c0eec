import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { SupplyBadge } from "@/components/talent/badges";
import { SupplySteps } from "@/components/talent/supply-forms";
import { supplyWaiting } from "@/components/talent/waiting-words";
import { Facts } from "@/components/ui/facts";
import { keep } from "@/components/ui/keep";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadSupply } from "@/lib/features/talent/loaders";
import { getSupplyInput } from "@/lib/features/talent/schema/supply";
import { formatCount, formatInstant, nothing } from "@/lib/i18n/format";

type Props = { params: Promise<{ alliance: string; supplyId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, supplyId } = await params;
  const input = getSupplyInput.safeParse({ supplyId });
  if (!input.success) notFound();
  return { alliance, supply: await loadSupply(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).supply.programme };
}

const numbers = ["enrolled", "onRoll", "graduates", "capacity", "taken"] as const;

export default async function SupplyRecordPage({ params }: Props) {
  const [t, p, locale, { alliance, supply }] = await Promise.all([
    getTranslations("talent.supply"),
    getTranslations("programmes"),
    getLocale(),
    load(params),
  ]);
  const { state, academicYear } = supply;
  const waiting = supplyWaiting(supply, locale);
  const year = p("academicYear", { from: String(academicYear), to: String(academicYear + 1) });
  return (
    <ClientMessages namespaces={["talent"]}>
      <PageHeader
        title={`${supply.programme} · ${year}`}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/supply`, label: t("title") },
          { label: supply.programme },
        ]}
        badge={<SupplyBadge state={state} />}
        waitingFor={waiting && t.rich(waiting.key, { ...waiting.values, keep })}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {supply.returnReason && (
            <Notice tone="attention">{t("returned", { reason: supply.returnReason })}</Notice>
          )}
          <Panel>
            <Facts
              items={[
                { label: t("field.school"), value: supply.school.name },
                { label: t("field.level"), value: p(`level.${supply.level}`) },
                ...numbers.map((key) => ({
                  label: t(`field.${key}`),
                  value: formatCount(supply[key], locale),
                })),
                { label: t("field.bureau"), value: supply.bureau?.name ?? nothing },
                {
                  label: t("published"),
                  value: supply.publishedAt
                    ? formatInstant(new Date(supply.publishedAt), locale)
                    : nothing,
                },
              ]}
            />
          </Panel>
        </div>
        {Object.values(supply.may).some(Boolean) && (
          <Panel>
            <SupplySteps key={supply.version} tenant={alliance} supply={supply} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
