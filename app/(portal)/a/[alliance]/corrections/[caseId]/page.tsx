import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseSteps } from "@/components/corrections/case-steps";
import { DecideForms } from "@/components/corrections/decide-forms";
import { ImpactTable } from "@/components/corrections/impact-table";
import { ImpactUses } from "@/components/corrections/impact-uses";
import { OldNew } from "@/components/corrections/old-new";
import { CorrectionBadge } from "@/components/corrections/state-badge";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadCorrection } from "@/lib/features/corrections/loaders";
import { isOpen } from "@/lib/features/corrections/rules";
import { formatInstant } from "@/lib/i18n/format";
import { Papers } from "./_sections/papers";

type Props = { params: Promise<{ alliance: string; caseId: string }> };

export default async function CorrectionPage({ params }: Props) {
  const { alliance, caseId } = await params;
  const [t, locale, correction] = await Promise.all([
    getTranslations("corrections"),
    getLocale(),
    loadCorrection(alliance, { id: caseId }),
  ]);
  const title = t("caseTitle", { number: correction.number });
  const { state, may } = correction;
  const since = formatInstant(new Date(correction.endorsedAt ?? correction.requestedAt), locale);
  const waiting = (state === "requested" || state === "endorsed") && t(`waits.${state}`, { since });
  return (
    <ClientMessages namespaces={["corrections"]}>
      <PageHeader
        title={title}
        badge={<CorrectionBadge state={state} />}
        breadcrumbs={[{ href: `/a/${alliance}/corrections`, label: t("title") }, { label: title }]}
        description={correction.synthetic ? t("synthetic") : undefined}
        waitingFor={waiting || undefined}
      />
      <p className="mb-3">
        <Link href={`/a/${alliance}/outcomes/${correction.recordId}`}>{correction.title}</Link>
        <span className="text-muted"> · {t(`reasonCode.${correction.reasonCode}`)}</span>
      </p>
      <div className="grid gap-4 lg:grid-cols-[3fr_2fr]">
        <Panel title={t("oldNew")}>
          <OldNew tenant={alliance} before={correction.before} after={correction.after} />
        </Panel>
        <Papers tenant={alliance} correction={correction} />
        <Panel title={t("impact")} description={t(isOpen(state) ? "impactNow" : "impactThen")}>
          <ImpactTable effects={correction.effects} />
          <h3 className="mt-4 font-medium">{t("uses")}</h3>
          <ImpactUses tenant={alliance} correction={correction} />
        </Panel>
        <Panel title={t("steps")}>
          <CaseSteps correction={correction} />
        </Panel>
      </div>
      {isOpen(state) && (
        <div className="mt-4">
          <Panel title={t("decide")}>
            {Object.values(may).some(Boolean) ? (
              <DecideForms
                tenant={alliance}
                correction={{ id: correction.id, version: correction.version, may }}
              />
            ) : (
              <p className="text-sm text-muted">{t("whyNotDecide")}</p>
            )}
          </Panel>
        </div>
      )}
    </ClientMessages>
  );
}
