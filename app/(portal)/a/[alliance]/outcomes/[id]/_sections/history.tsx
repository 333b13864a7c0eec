import { getTranslations } from "next-intl/server";
import { RecordVersions } from "@/components/corrections/record-versions";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadRecordHistory } from "@/lib/features/corrections/loaders";

/** What became of an approved record since its approval, and the way to a correction. */
export async function CorrectionHistory({
  tenant,
  recordId,
}: {
  tenant: string;
  recordId: string;
}) {
  const [t, history] = await Promise.all([
    getTranslations("corrections"),
    loadRecordHistory(tenant, { recordId }),
  ]);
  return (
    <Panel
      title={t("history")}
      actions={
        history.mayRequest && (
          <ButtonLink href={`/a/${tenant}/corrections/new?record=${recordId}`}>
            {t("newRequest")}
          </ButtonLink>
        )
      }
    >
      <RecordVersions tenant={tenant} history={history} />
    </Panel>
  );
}
