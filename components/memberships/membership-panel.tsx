import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { membershipView } from "@/lib/features/memberships/schema/register";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button";
import { type Fact, Facts } from "../ui/facts";
import { Panel } from "../ui/panel";
import { People } from "./people";
import { StatusBadge } from "./status-badge";

export type MembershipView = z.output<typeof membershipView>;

/** One membership: what it is in this alliance, the seats it holds, and who speaks for the unit there. */
export function MembershipPanel({
  membership,
  organizationId,
  changeHref,
  positionWord,
}: {
  membership: MembershipView;
  organizationId: string;
  /** Where representatives are changed. */
  changeHref: string;
  positionWord: (position: MemberPosition) => string;
}) {
  const t = useTranslations("memberships");
  const o = useTranslations("organizations.page");
  const locale = useLocale();
  const { allianceSlug: slug, seats, representatives } = membership;
  const facts: Fact[] = [
    {
      label: t("column.position"),
      value: membership.position ? positionWord(membership.position) : nothing,
    },
    { label: t("column.number"), value: t("memberNumber", { number: membership.number }) },
    {
      label: t("column.since"),
      value: (
        <span className="tabular-nums">
          {formatDay(membership.since, locale)}
          {membership.until && ` · ${t("untilDay", { day: formatDay(membership.until, locale) })}`}
        </span>
      ),
    },
    ...(membership.admittedBy
      ? [
          {
            label: t("admittedBy"),
            value: (
              <Link href={`/a/${slug}/decisions/${membership.admittedBy.id}`}>
                {membership.admittedBy.title}
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Link href={`/a/${slug}`}>
            {(locale === "en" && membership.allianceNameEn) || membership.allianceName}
          </Link>
          <StatusBadge status={membership.status} />
          {membership.isLead && <Badge tone="decided">{t("lead")}</Badge>}
        </span>
      }
      actions={
        <>
          {representatives !== null && (
            <ButtonLink href={`/a/${slug}/members/${membership.membershipId}/exit`}>
              {t("exit.open")}
            </ButtonLink>
          )}
          {membership.changesPeople && membership.status !== "ended" && (
            <ButtonLink href={changeHref}>{t("change.open")}</ButtonLink>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Facts items={facts} />
        <section>
          <h3 className="text-sm text-muted">{o("seats")}</h3>
          {seats.length === 0 && <p>{o("noSeats")}</p>}
          <ul>
            {seats.map((seat) => (
              <li key={`${seat.bodyName}${seat.from}${seat.personName}`}>
                <Link href={`/a/${slug}/structure`}>
                  {(locale === "en" && seat.bodyNameEn) || seat.bodyName}
                </Link>{" "}
                · {t(`seat.${seat.position}`)}
                {seat.personName && ` · ${seat.personName}`}
                {seat.officeTitle && ` · ${seat.officeTitle}`}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className="text-sm text-muted">{o("people")}</h3>
          {representatives === null && <p className="text-sm">{o("peopleHidden")}</p>}
          {representatives?.length === 0 && <p>{o("noPeople")}</p>}
          {representatives && representatives.length > 0 && (
            <People
              people={representatives}
              slug={slug}
              organizationId={organizationId}
              ends={membership.changesPeople}
            />
          )}
        </section>
      </div>
    </Panel>
  );
}
