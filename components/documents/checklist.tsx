import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { checklistOutput } from "@/lib/features/documents/schema";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";

type Item = z.output<typeof checklistOutput>["items"][number];

/** The sixteen documents: there, being written, or missing. */
export function Checklist({
  items,
  base,
  writes,
}: {
  items: readonly Item[];
  base: string;
  writes: boolean;
}) {
  const t = useTranslations("documents");
  const found = (item: Item) => item.adopted ?? item.drafting;
  return (
    <DataTable
      caption={t("checklist.caption")}
      rows={items}
      rowKey={(item) => item.kind}
      columns={[
        { key: "kind", header: t("column.kind"), cell: (item) => t(`kind.${item.kind}`) },
        {
          key: "state",
          header: t("column.state"),
          cell: (item) => {
            if (item.adopted) return <Badge tone="ok">{t("checklist.have")}</Badge>;
            return item.drafting ? (
              <Badge tone="attention">{t("checklist.drafting")}</Badge>
            ) : (
              <Badge>{t("checklist.missing")}</Badge>
            );
          },
        },
        {
          key: "document",
          header: t("column.title"),
          cell: (item) => {
            const document = found(item);
            if (document) return <Link href={`${base}/${document.id}`}>{document.title}</Link>;
            return writes ? (
              <Link href={`${base}/new?kind=${item.kind}`}>{t("checklist.write")}</Link>
            ) : null;
          },
        },
      ]}
    />
  );
}
