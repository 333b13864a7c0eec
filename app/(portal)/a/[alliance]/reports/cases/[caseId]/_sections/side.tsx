import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ReleaseCaseForm, ReturnCaseForm, SelectCaseForm } from "@/components/reports/case-forms";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { OneCase } from "@/lib/features/reports/schema/cases";

/** The side of a case: where it stands, and what the office decides about it. */
export async function CaseSide({ alliance, one }: { alliance: string; one: OneCase }) {
  const t = await getTranslations("cases");
  const { may, edition } = one;
  const form = { tenant: alliance, one };
  return (
    <div key={one.version} className="flex min-w-0 flex-col gap-4">
      {edition && (
        <Panel title={t("field.edition")}>
          <Link href={`/a/${alliance}/reports/${edition.id}`}>{edition.title}</Link>
        </Panel>
      )}
      {may.decideBlocked && <Notice tone="attention">{t("blocked")}</Notice>}
      {may.return && (
        <Panel title={t("decide")}>
          <div className="flex flex-col gap-4">
            {may.select ? (
              <SelectCaseForm {...form} />
            ) : (
              <p className="text-muted">{t("noEdition")}</p>
            )}
            <ReturnCaseForm {...form} />
          </div>
        </Panel>
      )}
      {may.release && (
        <Panel title={t("release")}>
          <ReleaseCaseForm {...form} />
        </Panel>
      )}
    </div>
  );
}
