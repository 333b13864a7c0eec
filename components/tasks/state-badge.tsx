import { useTranslations } from "next-intl";
import type { TaskState } from "@/lib/features/tasks/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<TaskState, BadgeTone> = {
  open: "neutral",
  running: "neutral",
  reported: "attention",
  accepted: "ok",
  dropped: "neutral",
};

export function TaskStateBadge({ state, overdue }: { state: TaskState; overdue: boolean }) {
  const t = useTranslations("tasks");
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      {overdue && <Badge tone="problem">{t("overdue")}</Badge>}
    </span>
  );
}
