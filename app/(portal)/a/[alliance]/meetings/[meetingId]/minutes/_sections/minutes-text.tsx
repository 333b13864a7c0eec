import { getTranslations } from "next-intl/server";
import { Paragraph } from "@/components/minutes/paragraph";
import { AddParagraph } from "@/components/minutes/paragraph-forms";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { MinutesView } from "@/lib/features/minutes/schema";

/** The text, paragraph by paragraph, with what stands beside each. */
export async function MinutesText({ tenant, minutes }: { tenant: string; minutes: MinutesView }) {
  const t = await getTranslations("minutes");
  const approved = minutes.errata.filter(({ approvedAt }) => approvedAt !== null);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {minutes.returnReason && minutes.state === "draft" && (
        <Notice tone="attention">{t("returned", { reason: minutes.returnReason })}</Notice>
      )}
      {minutes.publicOnly && <Notice>{t("publicHint")}</Notice>}
      {minutes.intact === false && <Notice tone="problem">{t("broken")}</Notice>}
      <Panel title={t("text")}>
        <ol>
          {minutes.paragraphs.map((paragraph) => (
            <Paragraph
              key={paragraph.id}
              tenant={tenant}
              paragraph={paragraph}
              errata={approved.filter(({ paragraphId }) => paragraphId === paragraph.id)}
              state={minutes.state}
              may={minutes.may}
            />
          ))}
        </ol>
        {minutes.state === "draft" && minutes.may.draft && (
          <AddParagraph tenant={tenant} minutesId={minutes.id} paragraphs={minutes.paragraphs} />
        )}
      </Panel>
    </div>
  );
}
