import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Evidence, OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { OutcomeThread } from "@/components/outcomes/outcome-thread";
import { Panel } from "@/components/ui/panel";
import { isApproved } from "@/lib/features/outcomes/rules/states";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { loadEditions } from "@/lib/features/reports/loaders";

/** The reports of its year whose number was frozen after it was verified. */
async function editionsOf(tenant: string, outcome: Outcome) {
  if (!isApproved(outcome.state) || !outcome.verifiedAt) return [];
  const { year, metricCode, verifiedAt } = outcome;
  const search = { year: String(year), metric: metricCode, frozenFrom: verifiedAt };
  return (await loadEditions(tenant, search)).items;
}

/** What was reported, and below it whose it is; at the side what proves it, and what it is part of. */
export async function OutcomeRecord({
  tenant,
  outcome,
  children,
}: {
  tenant: string;
  outcome: Outcome;
  children: ReactNode;
}) {
  const [t, editions] = await Promise.all([
    getTranslations("outcomes"),
    editionsOf(tenant, outcome),
  ]);
  return (
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-[2fr_1fr] lg:grid-rows-[auto_1fr]">
      <Panel title={t("facts")}>
        <OutcomeFacts tenant={tenant} outcome={outcome} />
      </Panel>
      <div className="flex min-w-0 flex-col gap-4 lg:row-span-2">
        <Panel title={t("evidence")}>
          <Evidence tenant={tenant} outcome={outcome} />
        </Panel>
        <Panel title={t("thread.title")}>
          <OutcomeThread tenant={tenant} outcome={outcome} editions={editions} />
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </div>
  );
}
