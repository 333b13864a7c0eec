import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { previewMergeOutput } from "@/lib/features/organizations/schema/organizations";
import { formatCount } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { Notice } from "../ui/notice";

type Preview = z.output<typeof previewMergeOutput>;

/** Two credit codes are two legal persons. */
export const isOneUnit = ({ survivor, absorbed }: Preview): boolean =>
  !survivor.creditCode || !absorbed.creditCode;

/** What a merge would move, before anybody decides: kinds of rows and how many. */
export function MergePreview({ preview }: { preview: Preview }) {
  const t = useTranslations("organizations.merge");
  const r = useTranslations("refusals");
  const locale = useLocale();
  const { moves, survivor, absorbed, sharedAlliances } = preview;
  const total = moves.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="flex flex-col gap-3">
      <p>
        {total === 0
          ? t("nothing")
          : t("total", { count: total, name: survivor.name, absorbed: absorbed.name })}
      </p>
      {isOneUnit(preview) || <Notice tone="problem">{r("merge-two-codes")}</Notice>}
      {sharedAlliances.length > 0 && (
        <Notice tone="attention">
          {t("shared", { alliances: sharedAlliances.join(locale === "en" ? ", " : "、") })}
        </Notice>
      )}
      {moves.length > 0 && (
        <DataTable
          caption={t("previewTitle")}
          rows={moves}
          rowKey={({ what }) => what}
          columns={[
            { key: "what", header: t("moves"), cell: ({ what }) => t(`what.${what}`) },
            {
              key: "count",
              header: t("count"),
              align: "end",
              cell: ({ count }) => formatCount(count, locale),
            },
          ]}
        />
      )}
    </div>
  );
}
