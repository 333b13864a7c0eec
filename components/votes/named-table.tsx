import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { VotePageView } from "@/lib/features/votes/schema/votes";

type Line = NonNullable<VotePageView["named"]>[number];

/** Who chose what in a vote by name, by seat. */
export function NamedTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("votes");
  return (
    <DataTable
      caption={t("sheet.named")}
      rows={[...lines]}
      rowKey={(line) => String(line.number)}
      empty={<EmptyState title={t("choice.none")} />}
      columns={[
        { key: "number", header: t("sheet.seat"), cell: (line) => line.number, align: "end" },
        { key: "holder", header: t("sheet.holder"), cell: (line) => line.holderName },
        {
          key: "choice",
          header: t("sheet.choice"),
          cell: (line) => (
            <>
              {t(`choice.${line.choice ?? "none"}`)}
              {line.byProxy && <span className="ml-2 text-sm text-muted">{t("sheet.proxy")}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
