import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CycleRow } from "@/lib/features/reporting/schema/cycles";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/panel";
import { CycleSteps } from "./cycle-forms";

/** A cycle with its days and how far its members are. */
export function CycleList({
  rows,
  tenant,
  manages,
}: {
  rows: readonly CycleRow[];
  tenant: string;
  manages: boolean;
}) {
  const t = useTranslations("reporting");
  const locale = useLocale();
  const day = (text: string) => formatDay(text, locale);
  return (
    <ul className="flex flex-col gap-4">
      {rows.map((cycle) => (
        <li key={cycle.id}>
          <Panel
            title={<Link href={`/a/${tenant}/reporting?cycle=${cycle.id}`}>{cycle.name}</Link>}
            description={`${(locale === "en" && cycle.setEn) || cycle.setZh} · ${day(cycle.periodFrom)} – ${day(cycle.periodTo)}`}
            actions={cycle.approvedAt && <Badge tone="ok">{t("cycleApproved")}</Badge>}
          >
            <p>{t("tally", cycle.tally)}</p>
            <p className="text-sm text-muted">
              {t("field.opensOn")} {day(cycle.opensOn)} · {t("field.dueOn")} {day(cycle.dueOn)} ·{" "}
              {t("field.verifyBy")} {day(cycle.verifyBy)} · {t("field.closesOn")}{" "}
              {day(cycle.closesOn)}
            </p>
            {manages && <CycleSteps key={cycle.version} tenant={tenant} cycle={cycle} />}
          </Panel>
        </li>
      ))}
    </ul>
  );
}
