import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CoClaim } from "@/lib/features/outcomes/schema/claims";
import type { CoClaimState } from "@/lib/features/outcomes/types";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import { Facts } from "../ui/facts";
import { Panel } from "../ui/panel";
import { AnswerForms, DecideForms, WithdrawForm } from "./co-claim-forms";

const tones: Record<CoClaimState, BadgeTone> = {
  proposed: "attention",
  agreed: "ok",
  refused: "problem",
  granted: "decided",
  denied: "decided",
  withdrawn: "neutral",
};

/** One co-claim: who wants what of which result, whom it waits for, and what the reader may do. */
export function CoClaimCard({ tenant, claim }: { tenant: string; claim: CoClaim }) {
  const t = useTranslations("outcomes");
  const locale = useLocale();
  const step = { tenant, id: claim.id, version: claim.version };
  const asker = claim.offered ? claim.leadName : claim.organizationName;
  const other = claim.offered ? claim.organizationName : claim.leadName;
  const items = [
    { label: t("column.key"), value: claim.naturalKey ?? nothing },
    { label: t("share.lead"), value: claim.leadName },
    { label: t("share.partner"), value: claim.organizationName },
    { label: t("share.share"), value: `${claim.share}%` },
    { label: t("share.proposedOn"), value: formatDay(claim.proposedOn, locale) },
    {
      label: t("share.waitsFor"),
      value:
        claim.waitsFor === "other-side"
          ? t("share.waitsOther", { organization: other, day: formatDay(claim.dueOn, locale) })
          : claim.waitsFor === "secretariat"
            ? t("share.waitsSecretariat")
            : nothing,
    },
    { label: t("share.noteOf", { organization: asker }), value: claim.note },
    ...(claim.answer
      ? [{ label: t("share.answerOf", { organization: other }), value: claim.answer }]
      : []),
    ...(claim.decision ? [{ label: t("share.reason"), value: claim.decision }] : []),
  ];
  return (
    <Panel
      title={
        <>
          <Link href={`/a/${tenant}/outcomes/${claim.recordId}`} prefetch={false}>
            {claim.title}
          </Link>{" "}
          <Badge tone={tones[claim.state]}>{t(`coClaimState.${claim.state}`)}</Badge>
        </>
      }
    >
      <Facts items={items} />
      {claim.may.answer && (
        <div className="mt-4">
          <AnswerForms {...step} />
        </div>
      )}
      {claim.may.decide && (
        <div className="mt-4">
          <DecideForms {...step} />
        </div>
      )}
      {claim.may.withdraw && (
        <div className="mt-2">
          <WithdrawForm {...step} />
        </div>
      )}
    </Panel>
  );
}
