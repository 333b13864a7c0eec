import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProjectRow } from "@/lib/features/projects/schema";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/dates";
import { Badge } from "../ui/badge";

/** For whom the project waits, since which day. Nothing where it waits for nobody. */
export function WaitingLine({ project }: { project: Pick<ProjectRow, "state" | "waiting"> }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { state, waiting } = project;
  if (!waiting) return null;
  const names = waiting.organizations.map((one) => one.name).join(t("separator"));
  const day = formatDay(dayIn(waiting.since, "Asia/Shanghai"), locale);
  const whole = { since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span> };
  if (waiting.party === "secretariat") return t.rich("waiting.secretariat", { day, ...whole });
  if (waiting.party === "lead") {
    const step = state === "supplement" || state === "registered" ? state : "draft";
    return t.rich(`waiting.lead.${step}`, { names, day, ...whole });
  }
  return (
    <>
      {t.rich("waiting.partners", { names, day, ...whole })}{" "}
      {waiting.late && <Badge tone="problem">{t("waiting.late")}</Badge>}
    </>
  );
}
