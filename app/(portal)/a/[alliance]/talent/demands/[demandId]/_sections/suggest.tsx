import { getTranslations } from "next-intl/server";
import { SuggestForm } from "@/components/talent/suggest-form";
import { Panel } from "@/components/ui/panel";
import { loadCandidates } from "@/lib/features/talent/loaders";

/** Who could fill the demand, for the secretariat. */
export async function Suggest({ alliance, demandId }: { alliance: string; demandId: string }) {
  const [t, candidates] = await Promise.all([
    getTranslations("talent.match"),
    loadCandidates(alliance, { demandId }),
  ]);
  return (
    <Panel title={t("suggest")}>
      <SuggestForm tenant={alliance} demandId={demandId} {...candidates} />
    </Panel>
  );
}
