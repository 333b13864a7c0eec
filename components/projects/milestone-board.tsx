import { useLocale, useTranslations } from "next-intl";
import type { MilestoneView } from "@/lib/features/projects/schema/milestones";
import type { MilestoneState } from "@/lib/features/projects/types";
import { formatDay } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { MilestoneForms } from "./milestone-forms";

const tones: Record<MilestoneState, BadgeTone> = {
  planned: "neutral",
  running: "ok",
  submitted: "attention",
  accepted: "decided",
  returned: "problem",
  waived: "neutral",
};

function Evidence({ tenant, milestone }: { tenant: string; milestone: MilestoneView }) {
  const t = useTranslations("projects.milestone");
  return (
    <ul className="flex flex-col gap-1.5">
      {milestone.criteria.map((one) => (
        <li key={one.id}>
          <p>{one.text}</p>
          {one.evidence ? (
            <p className="text-sm text-muted">
              {t("evidence")}: {one.evidence.text}{" "}
              {one.evidence.file && (
                <a href={`/api/files/${tenant}/${one.evidence.file.id}`}>
                  {one.evidence.file.name}
                </a>
              )}
            </p>
          ) : (
            <p className="text-sm text-muted">{t("noEvidence")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

type Choice = { id: string; label: string };

function Milestone({
  tenant,
  milestone,
  resolutions,
}: {
  tenant: string;
  milestone: MilestoneView;
  resolutions: readonly Choice[];
}) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { order, title, state, late, dueOn, plannedOn, deliverable, reason } = milestone;
  return (
    <li className="rounded border border-line p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-medium">
          {order}. {title}
        </h3>
        <p className="flex flex-wrap gap-2">
          <Badge tone={tones[state]}>{t(`milestoneState.${state}`)}</Badge>
          {late && <Badge tone="problem">{t("milestone.late")}</Badge>}
        </p>
      </div>
      <p className="text-sm text-muted">
        {t("milestone.due", { day: formatDay(dueOn, locale) })}
        {plannedOn && ` · ${t("milestone.planned", { day: formatDay(plannedOn, locale) })}`}
      </p>
      <p className="mt-1">{deliverable}</p>
      {reason && <p className="mt-1 text-sm">{reason}</p>}
      <div className="mt-2">
        <Evidence tenant={tenant} milestone={milestone} />
      </div>
      <div className="mt-2">
        <MilestoneForms tenant={tenant} milestone={milestone} resolutions={resolutions} />
      </div>
    </li>
  );
}

/** The milestones in their order, each with what must be shown, what was shown, and what comes next. */
export function MilestoneBoard({
  tenant,
  milestones,
  resolutions,
}: {
  tenant: string;
  milestones: readonly MilestoneView[];
  resolutions: readonly Choice[];
}) {
  const t = useTranslations("projects.milestone");
  if (milestones.length === 0) return <EmptyState title={t("empty")} hint={t("emptyHint")} />;
  return (
    <ol className="flex flex-col gap-3">
      {milestones.map((one) => (
        <Milestone key={one.id} tenant={tenant} milestone={one} resolutions={resolutions} />
      ))}
    </ol>
  );
}
