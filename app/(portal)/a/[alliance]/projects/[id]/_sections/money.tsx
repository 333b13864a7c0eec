import { getTranslations } from "next-intl/server";
import { BudgetPanel } from "@/components/funds/budget-panel";
import { CommitmentList } from "@/components/funds/commitment-list";
import { PledgeForm } from "@/components/funds/pledge-form";
import { ProjectTiles } from "@/components/funds/project-tiles";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadProjectFunds } from "@/lib/features/funds/loaders";
import type { Inside } from "@/lib/features/projects/schema/projects";

/** The money of one project: six numbers, its budget, each promise with its instalments, then what one may add. */
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
  const funds = may.ledger === "none" ? undefined : await loadProjectFunds(tenant, { id });
  const milestones = (funds?.milestones ?? []).map((one) => ({ value: one.id, label: one.title }));
  const asks = !may.enter && (funds?.may.request.length ?? 0) > 0;
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
            {(may.enter || asks) && (
              <ButtonLink variant="primary" href={`/a/${tenant}/funds/enter?project=${id}`}>
                {may.enter ? t("enterReceipt") : t("receipt.request")}
              </ButtonLink>
            )}
          </>
        }
      >
        <ProjectTiles tenant={tenant} projectId={id} money={money} opens={may.ledger === "whole"} />
      </Panel>
      {funds && <BudgetPanel tenant={tenant} funds={funds} />}
      <Panel title={t("project.commitments")} description={t("project.commitmentsHint")}>
        <CommitmentList
          tenant={tenant}
          commitments={commitments}
          mayConfirm={may.confirm}
          others={[money.promised, money.conditional, money.proposed].some(
            (one) => one.cash !== "0.00" || one.inKind !== "0.00",
          )}
          milestones={milestones}
          enter={may.enter ? `/a/${tenant}/funds/enter?project=${id}` : undefined}
        />
      </Panel>
      {may.pledgeFor.length > 0 && (
        <details className="rounded border border-line bg-surface">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-medium">
            {t("pledge.title")}
          </summary>
          <div className="px-4 pt-2 pb-4">
            <PledgeForm
              tenant={tenant}
              projectId={id}
              organizations={may.pledgeFor}
              milestones={milestones}
            />
          </div>
        </details>
      )}
    </div>
  );
}
