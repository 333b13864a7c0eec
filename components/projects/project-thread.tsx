import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Inside, Project } from "@/lib/features/projects/schema/projects";
import type { WorkView } from "@/lib/features/projects/schema/work";
import { formatCount, formatDay, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { Thread, type ThreadStep } from "../ui/thread";

type Props = {
  tenant: string;
  project: Project;
  inside: Inside;
  work: Pick<WorkView, "milestones" | "decisions">;
  /** The call that it came out of, where it came out of one. */
  call: ReactNode;
};

/** Where it comes from → who decided → the project → milestones → money → results: each a step that can be followed. */
export function ProjectThread({ tenant, project, inside, work, call }: Props) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const here = `/a/${tenant}/projects/${project.id}`;
  const accepted = work.milestones.filter(({ state }) => state === "accepted").length;
  const { promised, received } = inside.money;
  const unit = moneyUnitFor([promised.cash, received.cash], locale);
  const steps: ThreadStep[] = [
    { label: t("fact.source"), value: call || t(`source.${project.source}`) },
    {
      label: t("thread.decision"),
      value: <Decided {...{ tenant, here, work, awarded: Boolean(call) }} />,
    },
    { label: t("thread.project"), current: true, value: project.code ?? t("unnumbered") },
    {
      label: t("view.work"),
      value:
        work.milestones.length === 0 ? (
          t("thread.noMilestones")
        ) : (
          <Link href={`${here}?view=work`}>
            {t("thread.milestones", { accepted, all: work.milestones.length })}
          </Link>
        ),
    },
    ...(inside.withoutMoney
      ? []
      : [
          {
            label: t("view.money"),
            value: (
              <Link href={`${here}?view=money`}>
                {t("thread.money", {
                  promised: formatMoney(promised.cash, locale, unit).text,
                  received: formatMoney(received.cash, locale, unit).text,
                  unit: unit && formatMoney(promised.cash, locale, unit).unit,
                })}
              </Link>
            ),
          },
        ]),
    {
      label: t("fact.outcomes"),
      value: (
        <Link href={`/a/${tenant}/outcomes?project=${project.id}`}>
          {t("fact.outcomesValue", { count: formatCount(inside.outcomes, locale) })}
        </Link>
      ),
    },
  ];
  return <Thread label={t("thread.title")} steps={steps} />;
}

/** The latest decision that was taken, with the resolution where a body took it. */
function Decided({
  tenant,
  here,
  work,
  awarded,
}: Pick<Props, "tenant" | "work"> & { here: string; awarded: boolean }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const decision = work.decisions.find(({ verdict }) => verdict !== null);
  if (!decision?.verdict || !decision.decidedAt) {
    return t(awarded ? "thread.awarded" : "thread.undecided");
  }
  const words = [
    t(`decision.subject.${decision.subject}`),
    t(`decision.verdict.${decision.verdict}`),
    formatDay(dayIn(decision.decidedAt, homeZone), locale),
  ].join(" · ");
  return (
    <>
      <Link href={`${here}?view=review`}>{words}</Link>
      {decision.resolutionId && (
        <Link href={`/a/${tenant}/decisions/${decision.resolutionId}`} className="block">
          {decision.resolution}
        </Link>
      )}
    </>
  );
}
