import { getTranslations } from "next-intl/server";
import { Evidence, OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { OutcomeThread } from "@/components/outcomes/outcome-thread";
import { Panel } from "@/components/ui/panel";
import type { Outcome } from "@/lib/features/outcomes/schema/records";

/** What was reported; at the side what proves it, and what it is part of. */
export async function OutcomeRecord({ tenant, outcome }: { tenant: string; outcome: Outcome }) {
  const t = await getTranslations("outcomes");
  return (
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
      <Panel title={t("facts")}>
        <OutcomeFacts tenant={tenant} outcome={outcome} />
      </Panel>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t("evidence")}>
          <Evidence tenant={tenant} outcome={outcome} />
        </Panel>
        <Panel title={t("thread.title")}>
          <OutcomeThread tenant={tenant} outcome={outcome} />
        </Panel>
      </div>
    </div>
  );
}
