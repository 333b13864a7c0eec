import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { resolutionCode } from "@/lib/features/meetings/rules";
import type { ApplicationRef } from "@/lib/features/meetings/schema";
import { formatInstant } from "@/lib/i18n/format";

type Props = {
  /** /a/{alliance} */
  base: string;
  meeting: { id: string; title: string; heldAt: string };
  motionTitle: string;
  resolution: { id: string; year: number; number: number };
  application: ApplicationRef | null;
  /** The applicant's own record is the secretariat's. */
  openApplication: boolean;
};

/** Application → motion → meeting → resolution → member, each a step that can be followed both ways. */
export function DecisionThread(props: Props) {
  const { base, meeting, motionTitle, resolution, application, openApplication } = props;
  const t = useTranslations("meetings");
  const locale = useLocale();
  const name =
    application &&
    t("applicationOf", { number: application.number, name: application.organizationName });
  const steps: { label: string; value: ReactNode }[] = [
    ...(application
      ? [
          {
            label: t("thread.application"),
            value: openApplication ? (
              <Link href={`${base}/applications/${application.id}`}>{name}</Link>
            ) : (
              name
            ),
          },
        ]
      : []),
    {
      label: t("thread.meeting"),
      value: (
        <>
          <Link href={`${base}/meetings/${meeting.id}`}>{meeting.title}</Link>{" "}
          <span className="text-sm text-muted">
            {formatInstant(new Date(meeting.heldAt), locale)}
          </span>
        </>
      ),
    },
    { label: t("thread.motion"), value: motionTitle },
    {
      label: t("thread.resolution"),
      value: t("resolutionOf", { code: resolutionCode(resolution.year, resolution.number) }),
    },
    ...(application
      ? [{ label: t("thread.member"), value: <Member application={application} /> }]
      : []),
  ];
  return (
    <ol className="flex flex-col gap-3">
      {steps.map((step) => (
        <li key={step.label} className="border-l-2 border-line pl-3">
          <p className="text-sm text-muted">{step.label}</p>
          <p className="break-words">{step.value}</p>
        </li>
      ))}
    </ol>
  );
}

function Member({ application }: { application: ApplicationRef }) {
  const t = useTranslations("meetings");
  if (application.membershipNumber === null || !application.organizationId) {
    return t("thread.pending");
  }
  return (
    <Link href={`/organizations/${application.organizationId}`}>
      {t("memberOf", { number: application.membershipNumber })}
    </Link>
  );
}
