import { useLocale, useTranslations } from "next-intl";
import type { IndicatorView } from "@/lib/features/indicators/schema";
import { nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";

const indents = ["", "", "pl-4", "pl-8"];

function Name({ node }: { node: IndicatorView }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  return (
    <div className={indents[node.level]}>
      <span className={node.kind ? undefined : "font-semibold"}>
        {(locale === "en" && node.nameEn) || node.nameZh}
      </span>
      {node.definition && <p className="text-muted">{node.definition}</p>}
      <p className="flex flex-wrap gap-1">
        {node.veto && <Badge tone="problem">{t("veto")}</Badge>}
        {node.computed && <Badge tone="decided">{t("computed")}</Badge>}
        {node.evidenceRequired && <Badge>{t("evidenceNeeded")}</Badge>}
        {node.partOfCode && <Badge>{t("partOf", { code: node.partOfCode })}</Badge>}
        {node.seriesCut && <Badge tone="attention">{t("seriesCut")}</Badge>}
      </p>
      {node.evidence && <p className="whitespace-pre-line text-muted">{node.evidence}</p>}
    </div>
  );
}

/** The tree as a table: code and name, what is asked, how it is put together, its weight among its brothers. */
export function IndicatorTree({ nodes }: { nodes: readonly IndicatorView[] }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("tree")}
      rows={nodes}
      rowKey={(node) => node.id}
      columns={[
        { key: "code", header: t("field.code"), cell: (node) => node.code },
        { key: "name", header: t("field.name"), cell: (node) => <Name node={node} /> },
        {
          key: "kind",
          header: t("field.kind"),
          cell: (node) => (node.kind ? t(`kind.${node.kind}`) : t("heading")),
        },
        {
          key: "unit",
          header: t("field.unit"),
          cell: (node) => (locale === "en" ? node.unitEn : node.unitZh) ?? nothing,
        },
        {
          key: "aggregation",
          header: t("field.aggregation"),
          hideBelow: "md",
          cell: (node) => (node.aggregation ? t(`aggregation.${node.aggregation}`) : nothing),
        },
        {
          key: "year",
          header: t("field.yearBasis"),
          hideBelow: "lg",
          cell: (node) => (node.kind ? t(`yearBasis.${node.yearBasis}`) : nothing),
        },
        {
          key: "target",
          header: t("field.target"),
          align: "end",
          hideBelow: "lg",
          cell: (node) => node.target ?? nothing,
        },
        {
          key: "weight",
          header: t("field.weight"),
          align: "end",
          hideBelow: "sm",
          cell: (node) => (node.weight === null ? nothing : node.weight / 100),
        },
      ]}
    />
  );
}
