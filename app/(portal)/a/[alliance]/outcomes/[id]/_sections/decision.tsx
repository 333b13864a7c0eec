import { getTranslations } from "next-intl/server";
import { DecisionForms } from "@/components/outcomes/decision-forms";
import { Panel } from "@/components/ui/panel";
import { FindingList } from "@/components/verification/finding-list";
import { loadDeskItem } from "@/lib/features/verification/loaders";

type Props = { tenant: string; outcome: { id: string; version: number; may: { decide: boolean } } };

/** The answer to a submitted result, below what the machine noticed about it; or why the reader may not give it. */
export async function Decision({ tenant, outcome: { id, version, may } }: Props) {
  const t = await getTranslations("outcomes");
  if (!may.decide) {
    return (
      <Panel title={t("decision")}>
        <p className="text-sm text-muted">{t("whyNotDecide")}</p>
      </Panel>
    );
  }
  const { findings } = await loadDeskItem(tenant, { id });
  return (
    <Panel title={t("decision")}>
      <div className="mb-4">
        <FindingList findings={findings} />
      </div>
      <DecisionForms
        tenant={tenant}
        id={id}
        version={version}
        asksReason={findings.some(({ strength }) => strength === "reason")}
      />
    </Panel>
  );
}
