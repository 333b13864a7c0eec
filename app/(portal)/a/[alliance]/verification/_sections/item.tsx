import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { DecisionForms } from "@/components/outcomes/decision-forms";
import { EvidenceGone } from "@/components/outcomes/evidence-gone";
import { Evidence, OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { ApproveForm, TakeBackForm } from "@/components/verification/approve-forms";
import { Beside } from "@/components/verification/beside";
import { EndEvidenceForm } from "@/components/verification/end-evidence-form";
import { FindingList } from "@/components/verification/finding-list";
import { ReadingList } from "@/components/verification/reading-list";
import { RiskWords } from "@/components/verification/risk-words";
import { loadOutcome } from "@/lib/features/outcomes/loaders";
import { openOwnership } from "@/lib/features/outcomes/rules/co-claims";
import { loadDeskItem } from "@/lib/features/verification/loaders";
import type { DeskRow } from "@/lib/features/verification/schema/desk";

/** One view: value, evidence, history and findings, and the answer to them. */
export async function Item({ tenant, row }: { tenant: string; row: DeskRow }) {
  const [t, o, locale, outcome, item] = await Promise.all([
    getTranslations("verification"),
    getTranslations("outcomes"),
    getLocale(),
    loadOutcome(tenant, { id: row.id }),
    loadDeskItem(tenant, { id: row.id }),
  ]);
  const ownership = openOwnership(outcome);
  const answer =
    row.state === "submitted" ? (
      <DecisionForms
        key={row.id}
        tenant={tenant}
        id={row.id}
        version={row.version}
        asksReason={item.findings.some(({ strength }) => strength === "reason")}
      />
    ) : item.mayTakeBack ? (
      <TakeBackForm key={row.id} tenant={tenant} item={row} />
    ) : row.mayApprove ? (
      <ApproveForm key={row.id} tenant={tenant} item={row} />
    ) : (
      <p className="text-sm text-muted">
        {item.heldBy ? t("heldBy", { above: item.heldBy }) : t("whyNotApprove")}
      </p>
    );
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Panel
        title={row.title}
        actions={<Link href={`/a/${tenant}/outcomes/${row.id}`}>{t("open")}</Link>}
      >
        {ownership && (
          <div className="mb-3">
            <Notice tone="attention" title={o(`share.${ownership}`)} />
          </div>
        )}
        <OutcomeFacts tenant={tenant} outcome={outcome} />
        <div className="mt-4">
          <Evidence tenant={tenant} outcome={outcome} />
          <EvidenceGone gone={outcome.evidenceGone} />
          {outcome.file && !outcome.evidenceGone && (
            <EndEvidenceForm key={row.id} tenant={tenant} id={row.id} />
          )}
        </div>
      </Panel>
      <Panel title={t("findings")}>
        <RiskWords row={row} />
        <FindingList findings={item.findings} />
        {item.earlier.length > 0 && (
          <details className="mt-3">
            <summary className="min-h-8 cursor-pointer">{t("earlier")}</summary>
            <FindingList findings={item.earlier} />
          </details>
        )}
        <div className="mt-4 flex flex-col gap-4">
          <ReadingList readings={item.readings} />
          <Beside tenant={tenant} item={item} unit={locale === "en" ? row.unitEn : row.unitZh} />
        </div>
      </Panel>
      <div id="desk-decision">
        <Panel>{answer}</Panel>
      </div>
    </div>
  );
}
