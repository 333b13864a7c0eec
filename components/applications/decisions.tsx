import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useResolutionCode } from "@/components/resolutions/code";
import type { ApplicationView } from "@/lib/features/applications/schema";
import { outcomes } from "@/lib/features/bodies/types";
import { formatDay } from "@/lib/i18n/format";
import { OutcomeBadge } from "../bodies/arithmetic";
import { Notice } from "../ui/notice";

/** The thread of an application: meeting → result → resolution → member. */
export function Decisions({ base, application }: { base: string; application: ApplicationView }) {
  const t = useTranslations("applications");
  const m = useTranslations("meetings");
  const codeOf = useResolutionCode();
  const locale = useLocale();
  const { decisions, membership, organization } = application;
  if (decisions.length === 0) {
    return <p className="text-sm text-muted">{t("detail.noDecisions")}</p>;
  }
  return (
    <ol className="flex flex-col gap-3">
      {decisions.map((one) => {
        const outcome = outcomes.find((known) => known === one.outcome);
        return (
          <li key={one.meetingId} className="border-l-2 border-line pl-3">
            <p className="text-sm text-muted">
              {t("decision.heldOn", { day: formatDay(one.heldOn, locale), body: one.bodyName })}
            </p>
            <p>
              <Link href={`${base}/meetings/${one.meetingId}`}>{one.meetingTitle}</Link>
            </p>
            <p className="flex flex-wrap items-center gap-2">
              {outcome ? <OutcomeBadge outcome={outcome} /> : t("decision.none")}
              {one.resolutionId && one.resolution && (
                <Link href={`${base}/decisions/${one.resolutionId}`}>{codeOf(one.resolution)}</Link>
              )}
            </p>
          </li>
        );
      })}
      {membership && organization && (
        <li className="border-l-2 border-line pl-3">
          <p className="text-sm text-muted">{m("thread.member")}</p>
          <p>
            <Link href={`/organizations/${organization.id}`}>
              {m("memberOf", { number: membership.number })}
            </Link>
          </p>
        </li>
      )}
    </ol>
  );
}

/** An expulsion does not forbid to apply; the council should know of it. */
export function FormerMemberships({
  memberships,
}: {
  memberships: ApplicationView["formerMemberships"];
}) {
  const t = useTranslations("applications");
  const locale = useLocale();
  if (memberships.length === 0) return null;
  return (
    <Notice tone="attention" title={t("detail.former")}>
      <ul>
        {memberships.map((one) => (
          <li key={one.number}>
            {t("detail.formerItem", {
              number: one.number,
              day: formatDay(one.endedOn, locale),
              ending: t(`ending.${one.ending ?? "unknown"}`),
              reason: one.reason ?? "",
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
