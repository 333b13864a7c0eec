import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useResolutionCode } from "@/components/resolutions/code";
import type { ApplicationView } from "@/lib/features/applications/schema";
import { requestablePositions } from "@/lib/features/applications/types";
import { formatDay } from "@/lib/i18n/format";
import { ButtonLink } from "../ui/button";
import { isComplete } from "./checklist";
import { AnnounceForm, PutBackForm } from "./notice-forms";
import { AdmitForm, AskForm, LapseForm, RecommendForm, TakeForm } from "./step-forms";

type Props = {
  tenant: string;
  applicationId: string;
  version: number;
  application: ApplicationView;
};

/** What the secretariat can do now, and if nothing, why. */
export function NextStep({ application, ...step }: Props) {
  const t = useTranslations("applications.step");
  const locale = useLocale();
  switch (application.state) {
    case "submitted":
      return <TakeForm {...step} />;
    case "checking":
      return (
        <div className="grid gap-6 md:grid-cols-2">
          {isComplete(application) ? (
            <RecommendForm {...step} />
          ) : (
            <p className="text-sm text-muted">{t("recommendBlocked")}</p>
          )}
          <AskForm {...step} />
        </div>
      );
    case "supplement":
      return application.lapseDue ? (
        <LapseForm {...step} />
      ) : (
        <p className="text-sm">
          {t("lapseNotDue", { day: formatDay(application.lapsesOn, locale) })}
        </p>
      );
    case "recommended":
      return (
        <div className="flex flex-col items-start gap-3">
          <p className="text-sm">{t("waitCouncil")}</p>
          <ButtonLink href={`/a/${step.tenant}/meetings/record`} variant="primary">
            {t("record")}
          </ButtonLink>
        </div>
      );
    case "on_agenda":
      return <Admission application={application} {...step} />;
    case "public_notice":
      return <OnNotice application={application} {...step} />;
    case "admitted":
    case "declined":
    case "withdrawn":
    case "lapsed":
      return <p className="text-sm">{t("over")}</p>;
  }
}

/** 公示: until its last day there is nothing to do but to take objections. */
function OnNotice({ application, ...step }: Props) {
  const t = useTranslations("applications.notice");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        {t("running", {
          from: formatDay(application.noticeFrom, locale),
          until: formatDay(application.noticeUntil, locale),
        })}{" "}
        <Link href={`/a/${step.tenant}/applications/notices`}>{t("open")}</Link>
      </p>
      <Admission application={application} {...step} />
      <PutBackForm {...step} />
    </div>
  );
}

function Admission({ application, ...step }: Props) {
  const position = useTranslations("memberships.position");
  const locale = useLocale();
  const codeOf = useResolutionCode();
  const resolved = application.decisions.find((one) => one.resolutionId !== null);
  if (!resolved?.resolutionId || !resolved.resolution) return null;
  if (application.state === "on_agenda" && resolved.noticeDays > 0) {
    const { resolutionId, noticeDays: days } = resolved;
    return <AnnounceForm {...step} resolutionId={resolutionId} days={days} />;
  }
  return (
    <AdmitForm
      {...step}
      resolutionId={resolved.resolutionId}
      code={codeOf(resolved.resolution)}
      day={formatDay(resolved.effectiveFrom, locale)}
      positions={requestablePositions.map((value) => ({ value, label: position(value) }))}
      requested={application.requestedPosition}
    />
  );
}
