import { getTranslations } from "next-intl/server";
import { AcceptForm, PlanForm, ReturnForm } from "@/components/reports/chapter-forms";
import { ChapterVersions } from "@/components/reports/chapter-versions";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { OneSection } from "@/lib/features/reports/schema/editions";

/** The side of a chapter: what the office decides about it, its plan and its versions. */
export async function ChapterSide({
  alliance,
  section,
}: {
  alliance: string;
  section: OneSection;
}) {
  const t = await getTranslations("reports");
  const { may } = section;
  const form = { tenant: alliance, section };
  return (
    <div key={section.version} className="flex min-w-0 flex-col gap-4">
      {may.decideBlocked && <Notice tone="attention">{t("decideBlocked")}</Notice>}
      {may.accept && (
        <Panel title={t("review")}>
          <AcceptForm {...form} />
        </Panel>
      )}
      {may.return && (
        <Panel title={t("return")}>
          <ReturnForm {...form} />
        </Panel>
      )}
      {may.plan && (
        <Panel title={t("plan")}>
          <PlanForm {...form} />
        </Panel>
      )}
      {section.texts.length > 0 && (
        <ChapterVersions texts={section.texts} figures={section.figures} />
      )}
    </div>
  );
}
