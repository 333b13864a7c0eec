import { getTranslations } from "next-intl/server";
import { CommitmentList } from "@/components/funds/commitment-list";
import { PledgeForm } from "@/components/funds/pledge-form";
import { ProjectTiles } from "@/components/funds/project-tiles";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Inside } from "@/lib/features/projects/schema";

/** The money of one project: promised and received apart, then each promise, then what one may add. */
export async function MoneyView({
  tenant,
  id,
  inside,
}: {
  tenant: string;
  id: string;
  inside: Inside;
}) {
  const t = await getTranslations("funds");
  const { money, commitments, may } = inside;
  return (
    <div className="flex flex-col gap-4">
      <Panel
        title={t("project.title")}
        actions={
          <>
            {may.ledger !== "none" && (
              <ButtonLink href={`/a/${tenant}/funds/ledger?project=${id}`}>
                {t("project.toLedger")}
              </ButtonLink>
            )}
            {may.enter && (
              <ButtonLink variant="primary" href={`/a/${tenant}/funds/enter?project=${id}`}>
                {t("enterReceipt")}
              </ButtonLink>
            )}
          </>
        }
      >
        <ProjectTiles tenant={tenant} projectId={id} money={money} opens={may.ledger === "whole"} />
      </Panel>
      <Panel title={t("project.commitments")} description={t("project.commitmentsHint")}>
        <CommitmentList tenant={tenant} commitments={commitments} mayConfirm={may.confirm} />
      </Panel>
      {may.pledgeFor.length > 0 && (
        <details className="rounded border border-line bg-surface">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-medium">
            {t("pledge.title")}
          </summary>
          <div className="px-4 pt-2 pb-4">
            <PledgeForm tenant={tenant} projectId={id} organizations={may.pledgeFor} />
          </div>
        </details>
      )}
    </div>
  );
}
