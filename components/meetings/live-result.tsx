"use client";

import { useTranslations } from "next-intl";
import { OutcomeBadge, OutcomeSentence, RuleWords, TestLine } from "@/components/bodies/arithmetic";
import { TextAreaField } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import { countsFit, notVoting } from "@/lib/features/bodies/rules/arithmetic";
import { decide } from "@/lib/features/bodies/rules/decide";
import { matters, outcomes, type Votes } from "@/lib/features/bodies/types";
import { countOf, useAttendance, useLive } from "./sitting";

/** What the rule says about the counts being typed, before anything is sent. */
export function LiveResult({ name, matter }: { name: string; matter: string }) {
  const t = useTranslations("meetings");
  const b = useTranslations("bodies");
  const { sitting, typed } = useLive();
  const { present } = useAttendance();
  const of = (field: string) => countOf(typed, `${name}.${field}`);
  const votes: Votes = {
    present,
    recused: of("recused"),
    yes: of("yes"),
    no: of("no"),
    abstain: of("abstain"),
    invalid: of("invalid"),
  };
  const given = votes.yes + votes.no + votes.abstain + votes.invalid + votes.recused;
  const rule = sitting.rules.find((candidate) => candidate.matter === matter);
  if (!rule) {
    const known = matters.find((one) => one === matter);
    return (
      known && <Notice tone="problem">{t("live.noRule", { matter: b(`matter.${known}`) })}</Notice>
    );
  }
  if (present === 0 && given === 0) return <Notice>{t("live.waiting")}</Notice>;
  if (!countsFit(votes)) {
    return <Notice tone="problem">{t("live.tooMany", { count: given, present })}</Notice>;
  }
  const decision = decide(rule, sitting.seats, votes);
  const paper = outcomes.find((one) => one === typed.get(`${name}.outcome`));
  const differs = paper !== undefined && paper !== decision.outcome;
  return (
    <>
      <div className="max-w-xl rounded border border-line bg-sunken p-3 text-sm" aria-live="polite">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{t("live.title")}</span>
          <OutcomeBadge outcome={decision.outcome} />
        </p>
        <p>
          <OutcomeSentence {...decision} tie={rule.tie} />
        </p>
        <p>
          {t("live.quorum")} <TestLine test={decision.quorum} />
        </p>
        <p>
          {t("live.pass")} <TestLine test={decision.pass} />
        </p>
        {notVoting(votes) > 0 && <p>{t("live.silent", { count: notVoting(votes) })}</p>}
        <details className="mt-1">
          <summary className="min-h-6 cursor-pointer">{t("live.rule")}</summary>
          <RuleWords rule={rule} />
        </details>
      </div>
      {differs && (
        <>
          <Notice tone="attention">
            {t("live.contradiction", {
              paper: b(`outcome.${paper}`),
              rule: b(`outcome.${decision.outcome}`),
            })}
          </Notice>
          <TextAreaField
            name={`${name}.contradictionReason`}
            label={t("item.reason")}
            hint={t("item.reasonHint")}
            required
            rows={2}
            maxLength={500}
          />
        </>
      )}
    </>
  );
}
