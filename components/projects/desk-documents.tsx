import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { openedPanelSchema } from "@/lib/features/projects/schema/panels";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";

type Documents = NonNullable<z.output<typeof openedPanelSchema>["documents"]>;

/** What an expert reads: the project, its milestones and what was shown for them. */
export function DeskDocuments({
  tenant,
  documents,
  parties,
}: {
  tenant: string;
  documents: Documents;
  parties: readonly string[];
}) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const link = (file: { id: string; name: string }) => (
    <a href={`/api/files/${tenant}/${file.id}`}>{file.name}</a>
  );
  return (
    <div className="flex flex-col gap-4">
      <Facts
        items={[
          { label: t("party.title"), value: parties.join(t("separator")) },
          {
            label: t("desk.period"),
            value: t("fact.periodValue", {
              from: formatDay(documents.startsOn, locale),
              to: formatDay(documents.endsOn, locale),
            }),
          },
          ...(documents.budget
            ? [{ label: t("desk.budget"), value: formatMoney(documents.budget, locale).exact }]
            : []),
          ...(documents.file ? [{ label: t("fact.file"), value: link(documents.file) }] : []),
        ]}
      />
      {documents.summary && <p className="whitespace-pre-line">{documents.summary}</p>}
      {documents.milestones.length > 0 && (
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          {documents.milestones.map((one) => (
            <li key={`${one.dueOn}-${one.title}`}>
              <p>
                {one.title} · {formatDay(one.dueOn, locale)}
              </p>
              <p className="text-sm text-muted">{one.deliverable}</p>
              {one.evidence.map((shown) => (
                <p key={shown.criterion} className="text-sm">
                  {shown.criterion}：{shown.text} {shown.file && link(shown.file)}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
