import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FollowUp } from "@/lib/features/resolutions/schema";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { useResolutionCode } from "./code";
import { ResolutionStateBadge } from "./state-badge";

/** What became of our resolutions: the first item of a meeting. */
export function FollowUpList({ base, items }: { base: string; items: readonly FollowUp[] }) {
  const t = useTranslations("resolutions");
  const codeOf = useResolutionCode();
  if (items.length === 0) return <p className="text-muted">{t("followUp.empty")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {items.map((one) => (
        <li key={one.id} className="border-l-2 border-line pl-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={`${base}/decisions/${one.id}`}>{codeOf(one)}</Link>
            <span>{one.title}</span>
            <ResolutionStateBadge state={one.state} underReview={one.underReview} />
            {one.tasks.length === 0 && <Badge tone="attention">{t("followUp.noTask")}</Badge>}
          </p>
          <FollowUpTasks base={base} tasks={one.tasks} />
        </li>
      ))}
    </ul>
  );
}

function FollowUpTasks({ base, tasks }: { base: string; tasks: FollowUp["tasks"] }) {
  const t = useTranslations("resolutions");
  const words = useTranslations("tasks");
  const locale = useLocale();
  return (
    <ul className="mt-1 flex flex-col gap-1 text-sm">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={`${base}/tasks/${task.id}`}>
            {t("thread.task", {
              title: task.title,
              person: task.personName,
              day: formatDay(task.dueOn, locale),
              state: words(`state.${task.state}`),
            })}
          </Link>{" "}
          {task.overdue && <Badge tone="problem">{words("overdue")}</Badge>}
          {task.latest && (
            <span className="block text-muted">{t("followUp.latest", { text: task.latest })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
