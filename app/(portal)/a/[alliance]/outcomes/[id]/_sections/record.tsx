import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Evidence, OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { OutcomeThread } from "@/components/outcomes/outcome-thread";
import { Panel } from "@/components/ui/panel";
import type { Outcome } from "@/lib/features/outcomes/schema/records";

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
  const t = await getTranslations("outcomes");
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
          <OutcomeThread tenant={tenant} outcome={outcome} />
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </div>
  );
}
