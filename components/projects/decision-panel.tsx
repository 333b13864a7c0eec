"use client";

import { useLocale, useTranslations } from "next-intl";
import { decideProjectAction } from "@/lib/features/projects/actions";
import type { WorkView } from "@/lib/features/projects/schema/work";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { Badge } from "../ui/badge";
import { ResolutionField } from "./change-forms";

type Choice = { id: string; label: string };
type Props = {
  tenant: string;
  id: string;
  version: number;
  work: WorkView;
  resolutions: readonly Choice[];
};
type Decision = WorkView["decisions"][number];

function Words({ decision }: { decision: Decision }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { proposedBy, proposedAt, decidedBy, decidedAt } = decision;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-medium">{t(`decision.subject.${decision.subject}`)}</span>
        <Badge tone={decision.verdict === null ? "attention" : "decided"}>
          {decision.verdict ? t(`decision.verdict.${decision.verdict}`) : t("decision.open")}
        </Badge>
      </p>
      <p className="text-sm text-muted">
        {t("decision.weight", {
          amount: formatMoney(decision.amount, locale).exact,
          authority: t(`authority.${decision.authority}`),
        })}
      </p>
      <p className="whitespace-pre-line">{decision.reason}</p>
      <p className="text-sm text-muted">
        {t("decision.by", { name: proposedBy ?? "", at: formatInstant(proposedAt, locale) })}
        {decidedAt &&
          ` · ${t("decision.decidedBy", { name: decidedBy ?? "", at: formatInstant(decidedAt, locale) })}`}
      </p>
      {decision.resolution && (
        <p className="text-sm text-muted">
          {t("decision.resolution")}: {decision.resolution}
        </p>
      )}
    </>
  );
}

/** What was put and what was decided; the open question with its answers, for whom they are. */
export function DecisionPanel({ tenant, id, version, work, resolutions }: Props) {
  const t = useTranslations("projects.decision");
  const [open] = work.decisions.filter((one) => one.verdict === null);
  const key = { tenant, hidden: { id, version } };
  const byBody = open && open.authority !== "secretariat";
  return (
    <div className="flex flex-col gap-4">
      {work.decisions.length === 0 && <p className="text-muted">{t("none")}</p>}
      {work.decisions.map((one) => (
        <div key={one.number}>
          <Words decision={one} />
        </div>
      ))}
      {work.may.decideBlocked && !byBody && (
        <p className="text-sm text-muted">{t(work.may.decideBlocked)}</p>
      )}
      {open && work.may.decide && (byBody || !work.may.decideBlocked) && (
        <>
          <ActionForm
            {...key}
            hidden={{ ...key.hidden, verdict: "approve" }}
            action={decideProjectAction}
            submitLabel={t(`approve_${open.subject}`)}
            confirmLabel={t("approveQuestion")}
            successMessage={t("done")}
          >
            {byBody && <ResolutionField resolutions={resolutions} />}
          </ActionForm>
          <StepForm
            label={t("reject")}
            action={decideProjectAction}
            tenant={tenant}
            hidden={{ ...key.hidden, verdict: "reject" }}
            done={t("done")}
            variant="danger"
          >
            <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
          </StepForm>
        </>
      )}
    </div>
  );
}
