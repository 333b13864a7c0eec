import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";
import type { MeetingState } from "@/lib/features/meetings/types";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";

const tones: Partial<Record<MeetingState, BadgeTone>> = {
  open: "ok",
  check_in: "attention",
  suspended: "attention",
  inquorate: "problem",
  cancelled: "problem",
  closed: "decided",
};

/** What the meeting waits for. */
async function waitingFor(meeting: LiveMeeting, locale: string) {
  const t = await getTranslations("meetings.waits");
  const day = formatDay(meeting.deadlines.noticeBy, locale as "zh-CN");
  const at = formatInstant(new Date(meeting.heldAt), locale as "zh-CN");
  switch (meeting.state) {
    case "draft":
      return t("draft", { day });
    case "noticed":
      return t("noticed", { at });
    case "postponed":
      return t("postponed");
    case "check_in":
      return t("check_in");
    case "suspended":
      return t("suspended", { reason: meeting.stateReason ?? "" });
    case "closed":
      return t("closed");
    case "inquorate":
      return t("inquorate");
    default:
      return undefined;
  }
}

type Props = {
  alliance: string;
  meeting: LiveMeeting;
  here?: "console" | "me";
  actions?: ReactNode;
};

export async function Head({ alliance, meeting, here, actions }: Props) {
  const [t, locale] = await Promise.all([getTranslations("meetings"), getLocale()]);
  const base = `/a/${alliance}/meetings`;
  const own = `${base}/${meeting.id}`;
  return (
    <PageHeader
      title={meeting.title}
      breadcrumbs={[
        { href: base, label: t("title") },
        ...(here
          ? [{ href: own, label: meeting.title }, { label: t(`screen.${here}`) }]
          : [{ label: meeting.title }]),
      ]}
      badge={<Badge tone={tones[meeting.state] ?? "neutral"}>{t(`state.${meeting.state}`)}</Badge>}
      waitingFor={await waitingFor(meeting, locale)}
      actions={
        actions ?? (
          <>
            {!here && meeting.may.attend && (
              <ButtonLink href={`${own}/me`} variant="primary">
                {t("screen.me")}
              </ButtonLink>
            )}
            {!here && meeting.may.run && (
              <ButtonLink href={`${own}/console`}>{t("screen.console")}</ButtonLink>
            )}
            {meeting.may.run && <ButtonLink href={`${own}/room`}>{t("screen.room")}</ButtonLink>}
          </>
        )
      }
    />
  );
}

export async function MeetingFacts({ meeting }: { meeting: LiveMeeting }) {
  const [t, locale] = await Promise.all([getTranslations("meetings"), getLocale()]);
  const { deadlines } = meeting;
  return (
    <Facts
      items={[
        { label: t("column.body"), value: bodyName(meeting.body, locale) },
        { label: t("column.heldAt"), value: formatInstant(new Date(meeting.heldAt), locale) },
        { label: t("prepare.kind"), value: t(`kind.${meeting.kind}`) },
        { label: t("field.mode"), value: t(`mode.${meeting.mode}`) },
        { label: t("field.place"), value: meeting.place ?? nothing },
        ...(meeting.link
          ? [
              {
                label: t("prepare.link"),
                value: (
                  <a href={meeting.link} rel="noreferrer">
                    {meeting.link}
                  </a>
                ),
              },
            ]
          : []),
        {
          label: t("prepare.noticeBy"),
          value: t("prepare.noticeByValue", {
            day: formatDay(deadlines.noticeBy, locale),
            days: deadlines.noticeDays,
          }),
        },
        {
          label: t("prepare.noticedAt"),
          value: meeting.noticedAt ? formatInstant(new Date(meeting.noticedAt), locale) : nothing,
        },
        {
          label: t("prepare.papersBy"),
          value: t("prepare.papersByValue", {
            day: formatDay(deadlines.papersBy, locale),
            days: deadlines.papersDays,
          }),
        },
        ...(meeting.noticeWaiver
          ? [{ label: t("prepare.waiver"), value: meeting.noticeWaiver }]
          : []),
        ...(meeting.stateReason
          ? [{ label: t("prepare.reason"), value: meeting.stateReason }]
          : []),
      ]}
    />
  );
}
