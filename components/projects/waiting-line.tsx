import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProjectRow } from "@/lib/features/projects/schema/projects";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { Badge } from "../ui/badge";

/** What the lead is waited for. */
function stepOf(state: ProjectRow["state"]) {
  if (state === "supplement" || state === "registered" || state === "rework") return state;
  if (state === "running") return "plan";
  return state === "draft" ? "draft" : "settle";
}

/** For whom the project waits, since which day. Nothing where it waits for nobody. */
export function WaitingLine({ project }: { project: Pick<ProjectRow, "state" | "waiting"> }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { state, waiting } = project;
  if (!waiting) return null;
  const names = waiting.organizations.map((one) => one.name).join(t("separator"));
  const day = formatDay(dayIn(waiting.since, homeZone), locale);
  const whole = { since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span> };
  if (waiting.party === "experts" || waiting.party === "authority") {
    return t.rich(`waiting.${waiting.party}`, { day, ...whole });
  }
  if (waiting.party === "secretariat") {
    const step = state === "check" ? "secretariat" : state === "running" ? "milestone" : "office";
    return t.rich(`waiting.${step}`, { day, ...whole });
  }
  if (waiting.party === "lead")
    return t.rich(`waiting.lead.${stepOf(state)}`, { names, day, ...whole });
  return (
    <>
      {t.rich("waiting.partners", { names, day, ...whole })}{" "}
      {waiting.late && <Badge tone="problem">{t("waiting.late")}</Badge>}
    </>
  );
}
