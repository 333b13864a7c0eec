import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProjectRow } from "@/lib/features/projects/schema/projects";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { Badge } from "../ui/badge";
import { waitingWords } from "./waiting-words";

/** For whom the project waits, since which day. Nothing where it waits for nobody. */
export function WaitingLine({ project }: { project: Pick<ProjectRow, "state" | "waiting"> }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { state, waiting } = project;
  if (!waiting) return null;
  const names = waiting.organizations.map((one) => one.name).join(t("separator"));
  const day = formatDay(dayIn(waiting.since, homeZone), locale);
  const whole = { since: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span> };
  const words = t.rich(waitingWords(state, waiting.party), { names, day, ...whole });
  if (waiting.party !== "partners") return words;
  return (
    <>
      {words} {waiting.late && <Badge tone="problem">{t("waiting.late")}</Badge>}
    </>
  );
}
