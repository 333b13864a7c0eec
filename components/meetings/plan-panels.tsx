import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { YearPlan } from "@/lib/features/meetings/schema/live";
import { formatInstant } from "@/lib/i18n/format";
import { bodyName } from "./body-name";

type Body = YearPlan["bodies"][number];

/** Enough were held, enough are planned, or more must be planned. */
function Standing({ body }: { body: Body }) {
  const t = useTranslations("meetings.plan");
  if (body.held >= body.minimum) return <Badge tone="ok">{t("enough")}</Badge>;
  return body.held + body.planned >= body.minimum ? (
    <Badge tone="attention">{t("planned")}</Badge>
  ) : (
    <Badge tone="problem">{t("short")}</Badge>
  );
}

/** Each body with its meetings of the year. */
export function PlanPanels({ base, bodies }: { base: string; bodies: readonly Body[] }) {
  const t = useTranslations("meetings");
  const locale = useLocale() as "zh-CN" | "en";
  return (
    <div className="flex flex-col gap-4">
      {bodies.map((body) => (
        <Panel
          key={body.id}
          title={bodyName(body, locale)}
          description={t("plan.count", {
            held: body.held,
            planned: body.planned,
            minimum: body.minimum,
          })}
          actions={<Standing body={body} />}
        >
          {body.meetings.length === 0 ? (
            <p className="text-sm text-muted">{t("plan.none")}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {body.meetings.map((meeting) => (
                <li key={meeting.id} className="flex flex-wrap items-center gap-x-3">
                  <span className="text-sm text-muted tabular-nums">
                    {formatInstant(new Date(meeting.heldAt), locale)}
                  </span>
                  <Link href={`${base}/${meeting.id}`} className="inline-block min-h-6">
                    {meeting.title}
                  </Link>
                  <Badge>{t(`state.${meeting.state}`)}</Badge>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ))}
    </div>
  );
}
